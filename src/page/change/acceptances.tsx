import type { JSX } from "preact";
import type { AcceptedFinding, GatePage } from "../../report/gate-report.ts";
import { sentence } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { usePlain } from "../settings.ts";
import { text } from "../texts/index.ts";
import { CauseSteps, Stories } from "./cause.tsx";

/** Breaks that somebody let through, version by version, and who has accepted what when. */
export const Acceptances = ({
  gate: { findings, log },
  report,
}: {
  readonly gate: GatePage;
  readonly report: Report;
}): JSX.Element => (
  <>
    <section aria-labelledby="accepted">
      <h2 id="accepted">{text.gate.accepted}</h2>
      {findings.length === 0 && <p class="quiet">{text.gate.nothingAccepted}</p>}
      {[...Map.groupBy(findings, ({ protocol }) => protocol)].map(([protocol, group]) => (
        <Version key={protocol} protocol={protocol} findings={group} report={report} />
      ))}
    </section>
    {log.length > 0 && (
      <section aria-labelledby="log">
        <h2 id="log">{text.gate.log}</h2>
        <ol class="items log">
          {log.map(({ date, by, reason, what }, at) => (
            <li key={at}>
              <b>{date}</b> <bdi>{by}</bdi>: {sentence(reason)}
              <small>{sentence(what.join("; "))}</small>
            </li>
          ))}
        </ol>
      </section>
    )}
  </>
);

const Version = ({
  protocol,
  findings,
  report,
}: {
  readonly protocol: string;
  readonly findings: readonly AcceptedFinding[];
  readonly report: Report;
}): JSX.Element => (
  <>
    <h3>
      {text.gate.under} <bdi>{protocol}</bdi>
    </h3>
    <div
      class="scrolling"
      tabIndex={0}
      role="region"
      aria-label={`${text.gate.accepted}, ${protocol}`}
    >
      <table class="acceptances">
        <thead>
          <tr>
            <th scope="col">{text.gate.finding}</th>
            <th scope="col" class="why-allowed">
              {text.gate.reason}
            </th>
            <th scope="col">{text.gate.owner}</th>
            <th scope="col">{text.gate.until}</th>
            <th scope="col" class="ways">
              {text.gate.stories}
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <Finding key={`${finding.invariant} ${finding.reason}`} {...{ finding, report }} />
          ))}
        </tbody>
      </table>
    </div>
  </>
);

const Finding = ({
  finding: { invariant, protocol, reason, owner, accepted, expires, daysLeft, causes },
  report,
}: {
  readonly finding: AcceptedFinding;
  readonly report: Report;
}): JSX.Element => (
  <tr>
    <th scope="row" class="id">
      <a href={addressOf(["promise", invariant, protocol])}>
        <bdi>{invariant}</bdi>
      </a>
    </th>
    <td>{sentence(reason)}</td>
    <td>
      <bdi>{owner}</bdi>
      <small>{text.gate.since(accepted)}</small>
    </td>
    <td
      class={daysLeft === 0 ? "bad" : daysLeft <= soon ? "warn" : ""}
      data-label={text.gate.until}
    >
      {expires}
      <small>{daysLeft === 0 ? text.gate.expired : text.gate.daysLeft(daysLeft)}</small>
    </td>
    <td>
      <Stories traces={causes.flatMap(({ traces }) => traces)} report={report} />
      <Causes causes={causes} />
    </td>
  </tr>
);

/** Whoever has less time should look now. */
const soon = 30;

const Causes = ({ causes }: { readonly causes: AcceptedFinding["causes"] }): JSX.Element | null => {
  const plain = usePlain();
  if (plain) return null;
  return (
    <details>
      <summary>{text.gate.causes(causes.length)}</summary>
      {causes.map((cause) => (
        <CauseSteps key={cause.id} cause={cause} />
      ))}
    </details>
  );
};
