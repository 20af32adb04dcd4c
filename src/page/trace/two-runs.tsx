import type { JSX } from "preact";
import type { PairCell, PairColumns } from "../../report/pair-words.ts";
import { text } from "../texts/index.ts";

/** Two runs that differ in a secret alone, side by side, with what the observer sees of each where it matters. */
export const TwoRuns = ({
  columns: { title, rows },
  at,
  go,
}: {
  readonly columns: PairColumns;
  /** The step at which the reader stands, where there is a stage. */
  readonly at?: number;
  readonly go?: (step: number) => void;
}): JSX.Element => (
  <section>
    <h2>{title}</h2>
    <div class="scrolling" tabIndex={0} role="region" aria-label={title}>
      <table class="two-runs">
        <thead>
          <tr>
            <td />
            <th scope="col">{text.trace.firstRun}</th>
            <th scope="col">{text.trace.secondRun}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, left, right, parts, breaks }) => (
            <tr
              key={number}
              class={breaks ? "breaks" : ""}
              aria-current={number === at ? "step" : undefined}
            >
              <th scope="row">
                {go ? (
                  <button type="button" class="number" onClick={() => go(number)}>
                    {number}
                  </button>
                ) : (
                  number
                )}
              </th>
              <Run cell={left} other={right} />
              <Run cell={right} other={left} />
              <td class="mark">
                {parts && <strong class="warn">{text.trace.runsPart}</strong>}
                {breaks && <strong class="bad">{text.trace.runsTold}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

/** What only one of the runs shows stands out. */
const Run = ({
  cell: { move, sees },
  other,
}: {
  readonly cell: PairCell;
  readonly other: PairCell;
}): JSX.Element => (
  <td class={move === other.move ? "" : "apart"}>
    <bdi>{move}</bdi>
    {sees.map((sight, at) => (
      <small key={at} class={other.sees.includes(sight) ? "sight" : "sight apart"}>
        <bdi>{sight}</bdi>
      </small>
    ))}
  </td>
);
