import type { JSX } from "preact";
import type { RunTask } from "../../report/run.ts";
import { listed } from "../../report/words.ts";
import { text } from "../texts/index.ts";
import { Bars } from "./bars.tsx";
import { Curve } from "./curve.tsx";

/** One search at a time: which moves it made, what its runs were like, and how its supply of new states held out. */
export const Searches = ({
  tasks,
  chosen,
  choose,
}: {
  readonly tasks: readonly RunTask[];
  /** The number of a search in the list of all. */
  readonly chosen: string | undefined;
  readonly choose: (search: string) => void;
}): JSX.Element | null => {
  const task = tasks[Number(chosen ?? 0)] ?? tasks[0];
  if (!task) return null;
  return (
    <>
      <h2 id="searches">{text.coverage.searches}</h2>
      <label class="chooser">
        <span>{text.coverage.search}</span>
        <select
          value={String(tasks.indexOf(task))}
          onChange={({ currentTarget: { value } }) => choose(value)}
        >
          {tasks.map(({ scenario, protocol }, at) => (
            <option key={at} value={String(at)}>
              {scenario}, {protocol}
            </option>
          ))}
        </select>
      </label>
      <Search task={task} />
    </>
  );
};

const Search = ({ task }: { readonly task: RunTask }): JSX.Element => {
  const { moves, curve, runs } = task.exercise;
  const made = Object.entries(moves)
    .filter(([, times]) => times > 0)
    .toSorted(([, left], [, right]) => right - left);
  const dead = Object.keys(moves).filter((move) => moves[move] === 0);
  if (made.length === 0) return <p class="note warn">{text.coverage.noMove}</p>;
  return (
    <div class="searched">
      <section>
        <h3>{text.coverage.curve}</h3>
        <p class="quiet">{text.coverage.curveSays(runs === undefined)}</p>
        <Curve points={curve} sampled={runs !== undefined} />
      </section>
      {runs && (
        <section>
          <h3>{text.coverage.runs}</h3>
          <p class="quiet">{text.coverage.different(runs.made, runs.different)}</p>
          <div class="features">
            {Object.entries(runs.features).map(([name, histogram]) => (
              <Bars key={name} title={text.coverage.features[name] ?? name} histogram={histogram} />
            ))}
          </div>
        </section>
      )}
      <section class="made">
        <h3>{text.coverage.movesMade}</h3>
        <Moves made={made} />
        {dead.length > 0 && (
          <p class="note warn">{text.coverage.dead(listed(dead), dead.length)}</p>
        )}
      </section>
    </div>
  );
};

const Moves = ({ made }: { readonly made: readonly [string, number][] }): JSX.Element => {
  const most = Math.max(...made.map(([, times]) => times));
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={text.coverage.movesMade}>
      <table class="passes">
        <tbody>
          {made.map(([move, times]) => (
            <tr key={move}>
              <th scope="row">
                <bdi>{move}</bdi>
              </th>
              <td class="bars">
                <span style={{ width: `${(100 * times) / most}%` }} />
              </td>
              <td class="figure">{times.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
