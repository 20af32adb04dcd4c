import type { JSX } from "preact";
import type { RunTask } from "../../report/run.ts";
import { text } from "../texts/index.ts";

/** How many states each exhaustive search has visited, as bars on a scale of tens, since they differ by that much. */
export const Passes = ({ tasks }: { readonly tasks: readonly RunTask[] }): JSX.Element | null => {
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
