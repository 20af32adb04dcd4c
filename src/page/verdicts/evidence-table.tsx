import type { JSX } from "preact";
import { boundsWords } from "../../report/bounds-words.ts";
import { effortWords } from "../../report/effort-words.ts";
import type { RunTask } from "../../report/run.ts";
import { usePlain } from "../settings.ts";
import { Verdict } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";

/** What every scenario says of one invariant. */
export const EvidenceTable = ({
  tasks,
  id,
  protocol,
}: {
  readonly tasks: readonly RunTask[];
  readonly id: string;
  readonly protocol: string;
}): JSX.Element => {
  const plain = usePlain();
  const rows = tasks.flatMap((task) => {
    const invariant = task.invariants.find((each) => each.id === id);
    const concerned = task.protocol === protocol && invariant && invariant.verdict !== "untested";
    return concerned ? [{ task, invariant }] : [];
  });
  if (rows.length === 0) return <p>{text.status.untested.means}</p>;
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={text.promise.evidence}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.promise.scenario}</th>
            <th scope="col">{text.promise.verdict}</th>
            {!plain && <th scope="col">{text.promise.times}</th>}
            {!plain && <th scope="col">{text.promise.searched}</th>}
            <th scope="col">{text.promise.expected}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ task, invariant }) => (
            <tr key={task.scenario}>
              <th scope="row">
                <bdi>{task.scenario}</bdi>
              </th>
              <td>
                <Verdict status={invariant.verdict} />
              </td>
              {!plain && <td class="figure">{invariant.tested.toLocaleString("en")}</td>}
              {!plain && (
                <td class="notes">
                  {effortWords(task)}
                  <br />
                  {boundsWords(task.bounds)}
                </td>
              )}
              <td class="notes">
                <span class={invariant.met === "met" ? "" : "bad"}>
                  {text.promise.expects[invariant.expected]}
                </span>
                {invariant.because !== undefined && `: ${invariant.because}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
