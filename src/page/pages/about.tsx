import type { JSX } from "preact";
import type { LedgerStatus } from "../../report/ledger-status.ts";
import type { Report } from "../data/report.ts";
import { Verdict } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";

/** What made this report, what its words mean, and what it does not say. */
export const AboutPage = ({ report }: { readonly report: Report }): JSX.Element => {
  const { version, seed, runs, modelHash, whole, tally } = report.overview;
  const rows = [
    [text.about.result, tally],
    [text.about.whole, whole ? text.about.wholeYes : text.about.wholeNo],
    [text.about.seed, String(seed)],
    [text.about.runs, runs.toLocaleString("en")],
    [text.about.models, modelHash],
  ] as const;
  return (
    <section class="narrow about">
      <h1>{text.about.title}</h1>
      <p class="lead">{text.about.made(version)}</p>
      <h2>{text.about.not}</h2>
      <ul>
        {text.about.notSays.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <h2>{text.about.verdicts}</h2>
      <dl class="facts">
        {(Object.keys(text.status) as LedgerStatus[]).map((status) => (
          <div key={status}>
            <dt>
              <Verdict status={status} />
            </dt>
            <dd>{text.status[status].means}</dd>
          </div>
        ))}
      </dl>
      <h2>{text.about.title}</h2>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{text.about.keys}</h2>
      <p>{text.trace.keys}</p>
      <p>{text.about.again}</p>
      <pre tabIndex={0}>
        <code>npx sealcheck report reports/latest/run.json</code>
      </pre>
    </section>
  );
};
