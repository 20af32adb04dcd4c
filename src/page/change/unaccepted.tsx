import type { JSX } from "preact";
import type { UnacceptedCause } from "../../report/gate-report.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { usePlain } from "../settings.ts";
import { text } from "../texts/index.ts";
import { CauseSteps, Stories } from "./cause.tsx";

/** Causes that nobody has accepted, each with the stories that break a promise so. */
export const Unaccepted = ({
  causes,
  report,
}: {
  readonly causes: readonly UnacceptedCause[];
  readonly report: Report;
}): JSX.Element | null => {
  const plain = usePlain();
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="unaccepted">
      <h2 id="unaccepted">{text.gate.newCauses}</h2>
      <ul class="items causes">
        {causes.map((cause) => (
          <li key={`${cause.protocol} ${cause.invariant} ${cause.id}`} class="card">
            <h3>
              <a href={addressOf(["promise", cause.invariant, cause.protocol])}>
                <bdi>{cause.invariant}</bdi>
              </a>{" "}
              <small>
                {text.gate.under} <bdi>{cause.protocol}</bdi>
              </small>
            </h3>
            <p class="says">{saysOf(report, cause.invariant)}</p>
            {!plain && <CauseSteps cause={cause} />}
            <Stories traces={cause.traces} report={report} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const saysOf = ({ overview }: Report, id: string): string | undefined =>
  overview.promises.flatMap(({ invariants }) => invariants).find((invariant) => invariant.id === id)
    ?.says;
