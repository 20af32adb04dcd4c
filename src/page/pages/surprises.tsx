import type { JSX } from "preact";
import type { RunTask } from "../../report/run.ts";
import { addressOf } from "../route.ts";
import { Verdict } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";

/** Verdicts that are not what their scenarios expect; nothing where there are none. */
export const Surprises = ({
  tasks,
}: {
  readonly tasks: readonly RunTask[];
}): JSX.Element | null => {
  const rows = tasks.flatMap((task) =>
    task.invariants.filter(({ met }) => met !== "met").map((invariant) => ({ task, invariant })),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{text.scenarios.surprises}</h2>
      <div class="scrolling" tabIndex={0} role="region" aria-label={text.scenarios.surprises}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.promise.scenario}</th>
              <th scope="col" colSpan={2}>
                {text.promise.verdict}
              </th>
              <th scope="col">{text.promise.expected}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ task, invariant: { id, verdict, expected, because } }) => (
              <tr key={`${task.scenario} ${task.protocol} ${id}`}>
                <th scope="row">
                  <bdi>{task.scenario}</bdi>
                  <small>
                    <bdi>{task.protocol}</bdi>
                  </small>
                </th>
                <td>
                  <a href={addressOf(["promise", id, task.protocol])}>{id}</a>
                </td>
                <td>
                  <Verdict status={verdict} />
                </td>
                <td class="notes">
                  {text.promise.expects[expected]}
                  {because !== undefined && `: ${because}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
