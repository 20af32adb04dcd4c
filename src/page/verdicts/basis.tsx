import type { JSX } from "preact";
import { boundsWords } from "../../report/bounds-words.ts";
import type { OverviewProtocol } from "../../report/html/overview.ts";
import type { RunBounds } from "../../report/run.ts";
import { sentence } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { usePlain } from "../settings.ts";
import { text } from "../texts/index.ts";

/** What every verdict on a version rests on; beside the verdicts, never behind them. */
export const Basis = ({
  report,
  protocol,
  bounds,
}: {
  readonly report: Report;
  readonly protocol: OverviewProtocol;
  /** Of one invariant; of all, if left out. */
  readonly bounds?: RunBounds;
}): JSX.Element => (
  <aside class="basis" aria-labelledby="basis">
    <h2 id="basis">{text.basis.title}</h2>
    <h3>{text.basis.assumptions}</h3>
    {protocol.assumptions.length === 0 ? (
      <p>{text.basis.noAssumptions}</p>
    ) : (
      <ul>
        {protocol.assumptions.map((assumption) => (
          <li key={assumption}>{sentence(assumption)}</li>
        ))}
      </ul>
    )}
    <h3>{text.basis.bounds}</h3>
    <Searched report={report} protocol={protocol} bounds={bounds} />
    <h3>{text.basis.passMeans}</h3>
    <p>{text.basis.passSays}</p>
  </aside>
);

const Searched = ({
  report: { overview },
  protocol,
  bounds,
}: {
  readonly report: Report;
  readonly protocol: OverviewProtocol;
  readonly bounds: RunBounds | undefined;
}): JSX.Element => {
  const plain = usePlain();
  const tasks = overview.tasks.filter((task) => task.protocol === protocol.name);
  const exhaustive = tasks.filter((task) => task.exhaustive).length;
  const sampled = tasks.length - exhaustive;
  const states = tasks.reduce((sum, task) => sum + (task.states ?? 0), 0);
  return (
    <ul>
      {exhaustive > 0 && (
        <li>
          {text.basis.exhaustive(exhaustive)}
          {!plain && `: ${text.basis.states(states)}`}
        </li>
      )}
      {sampled > 0 && (
        <li>
          {text.basis.sampled(sampled)}
          {!plain && `: ${text.basis.runs(overview.runs)}, ${text.basis.seed(overview.seed)}`}
        </li>
      )}
      <li>
        {text.basis.widest}: {boundsWords(bounds ?? protocol.bounds)}
      </li>
    </ul>
  );
};
