import type { JSX } from "preact";
import type { RunCovered, RunCoverage, RunTask } from "../../report/run.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";

/** What parts declare and what of it came up, and how far states were visited. */
export const CoveragePage = ({ report }: { readonly report: Report }): JSX.Element => {
  const { coverage, protocols } = report.overview;
  return (
    <section>
      <h1>{text.coverage.title}</h1>
      <p class="lead">{text.coverage.says}</p>
      <ul class="meters">
        <Meter title={text.coverage.overall} coverage={coverage} />
        {protocols
          .filter(({ variant }) => !variant)
          .map((protocol) => (
            <Meter key={protocol.name} title={protocol.name} coverage={protocol.coverage} />
          ))}
      </ul>
      <h2>{text.coverage.never}</h2>
      <Noted noted={coverage.noted} empty={text.coverage.allSeen} />
      {protocols
        .filter((protocol) => !protocol.variant && protocol.coverage.noted.length > 0)
        .map((protocol) => (
          <details key={protocol.name}>
            <summary>
              <bdi>{protocol.name}</bdi> ({protocol.coverage.noted.length})
            </summary>
            <Noted noted={protocol.coverage.noted} empty="" />
          </details>
        ))}
      <Loaded ask={() => report.tasks()} inputs={[]}>
        {(tasks) => <Passes tasks={tasks} />}
      </Loaded>
    </section>
  );
};

const Meter = ({
  title,
  coverage: { seen, declared },
}: {
  readonly title: string;
  readonly coverage: RunCoverage;
}): JSX.Element => (
  <li>
    <b>
      <bdi>{title}</bdi>
    </b>
    <meter value={seen} max={Math.max(1, declared)} aria-label={title} />
    <span>{text.coverage.seen(seen, declared)}</span>
  </li>
);

const failing = new Set(["dead", "contradicted"]);

const Noted = ({
  noted,
  empty,
}: {
  readonly noted: readonly RunCovered[];
  readonly empty: string;
}): JSX.Element =>
  noted.length === 0 ? (
    <p>{empty}</p>
  ) : (
    <div class="scrolling" tabIndex={0} role="region" aria-label={text.coverage.never}>
      <table>
        <tbody>
          {noted.map(({ part, what, name, standing, because }) => (
            <tr key={`${part} ${what} ${name}`}>
              <th scope="row">
                <a href={addressOf(["models", part])}>{part}</a>
              </th>
              <td>{text.coverage.kinds[what]}</td>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td class={failing.has(standing) ? "bad" : ""}>{text.coverage.standing[standing]}</td>
              <td class="notes">{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

/** How many states each exhaustive search has visited, as bars on a scale of tens, since they differ by that much. */
const Passes = ({ tasks }: { readonly tasks: readonly RunTask[] }): JSX.Element | null => {
  const rows = tasks.flatMap((task) =>
    (task.exhaustion?.passes ?? []).map((pass) => ({ task, pass })),
  );
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ pass }) => pass.states));
  return (
    <>
      <h2>{text.coverage.passes}</h2>
      <div class="scrolling" tabIndex={0} role="region" aria-label={text.coverage.passes}>
        <table class="passes">
          <thead>
            <tr>
              <th scope="col">{text.promise.scenario}</th>
              <th scope="col">{text.coverage.faults}</th>
              <th scope="col" colSpan={2}>
                {text.coverage.states}
              </th>
              <th scope="col">{text.coverage.moves}</th>
              <th scope="col">{text.coverage.depth}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ task, pass }, at) => (
              <tr key={at}>
                <th scope="row">
                  <bdi>{task.scenario}</bdi>
                  <small>
                    <bdi>{task.protocol}</bdi>
                  </small>
                </th>
                <td>
                  {Object.entries(pass.faults)
                    .map(([kind, count]) => `${kind} ${count}`)
                    .join(", ") || text.models.none}
                </td>
                <td class="figure">{pass.states.toLocaleString("en")}</td>
                <td class="bars">
                  <span
                    style={{
                      width: `${(100 * Math.log10(1 + pass.states)) / Math.log10(1 + most)}%`,
                    }}
                  />
                </td>
                <td class="figure">{pass.transitions.toLocaleString("en")}</td>
                <td class="figure">{pass.depth}</td>
                <td class={pass.complete ? "" : "warn"}>
                  {pass.complete
                    ? text.coverage.complete
                    : text.coverage.stopped(task.exhaustion?.stopped ?? "")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
