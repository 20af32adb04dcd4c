import type { JSX } from "preact";
import type { Lifeline, SequenceRow } from "../../report/sequence.ts";
import { ReadingSign } from "../signs/reading.tsx";
import { text } from "../texts/index.ts";
import type { Measures } from "./measures.ts";
import type { Told } from "./told.ts";

/** One step: its sentence, and what it looks like between the lifelines. */
export const Row = ({
  row,
  told: { words, facts, parts = false },
  loops,
  lifelines,
  measures,
  choose,
}: {
  readonly row: SequenceRow;
  readonly told: Told;
  /** Whether all from here on can repeat for ever. */
  readonly loops: boolean;
  readonly lifelines: readonly Lifeline[];
  readonly measures: Measures;
  readonly choose: () => void;
}): JSX.Element => (
  <>
    <button type="button" class="told" onClick={choose}>
      <span class="number">{row.step.number}</span>
      <span class="words">
        <bdi>{words}</bdi>
        {facts.map((fact) => (
          <small key={fact}>{fact}</small>
        ))}
        <Readings row={row} />
        {loops && <strong class="warn">↻ {text.trace.repeats}</strong>}
        {parts && <strong class="warn">{text.trace.runsPart}</strong>}
        {row.breaks && <strong class="bad">{text.trace.violationMark}</strong>}
      </span>
    </button>
    <div class="drawn" style={{ width: `${measures.width}px` }} aria-hidden="true" onClick={choose}>
      {lifelines.map(({ name }, at) => (
        <span key={name} class="line" style={{ left: `${measures.centre(at)}px` }} />
      ))}
      <Label row={row} measures={measures} />
      <Arrow row={row} measures={measures} />
      <div class="readings">
        {row.readings.map(({ lifeline, by, reading }) => (
          <span
            key={by}
            title={`${by} ${text.trace.legend[reading]}`}
            style={{ left: `${measures.centre(lifeline)}px` }}
          >
            <ReadingSign reading={reading} />
          </span>
        ))}
      </div>
    </div>
  </>
);

/** What the signs show, for those who cannot see them. */
const Readings = ({ row: { readings } }: { readonly row: SequenceRow }): JSX.Element | null =>
  readings.length === 0 ? null : (
    <span class="unseen">
      {readings.map(({ by, reading }) => `${by} ${text.trace.legend[reading]}`).join("; ")}
    </span>
  );

/** Words above the line that they are about; what somebody does alone may be as wide as two columns. */
const Label = ({
  row: { from, to, kind, label, messages },
  measures: { column, width, centre },
}: {
  readonly row: SequenceRow;
  readonly measures: Measures;
}): JSX.Element => {
  const alone = kind === "alone" || from === to;
  const [least, most] = [Math.min(from, to), Math.max(from, to)];
  const span = alone ? column * 1.5 : Math.max(column, (most - least) * column - 12);
  const middle = alone ? centre(from) : (centre(least) + centre(most)) / 2;
  const left = Math.min(Math.max(0, middle - span / 2), Math.max(0, width - span));
  return (
    <div
      class={alone ? "label alone" : "label"}
      style={{ marginLeft: `${left}px`, width: `${span}px` }}
    >
      <span>
        <bdi>{label}</bdi>
        {messages.map((message) => (
          <bdi key={message} class="message">
            {message}
          </bdi>
        ))}
      </span>
    </div>
  );
};

const Arrow = ({
  row: { from, to, kind },
  measures: { width, centre },
}: {
  readonly row: SequenceRow;
  readonly measures: Measures;
}): JSX.Element => {
  const [x1, x2] = [centre(from), centre(to)];
  const way = Math.sign(x2 - x1);
  const end = kind === "lost" ? (x1 + x2) / 2 : x2 - way;
  return (
    <svg class={`arrow ${kind}`} width={width} height="14" viewBox={`0 0 ${width} 14`}>
      {kind === "alone" || from === to ? (
        <circle cx={x1} cy="7" r="4.5" />
      ) : (
        <path class="shaft" d={`M${x1} 7H${end}`} />
      )}
      {kind === "message" && from !== to && <path class="tip" d={`M${end} 7l${-way * 9} -5v10Z`} />}
      {kind === "lost" && <path class="cross" d={`M${end - 5} 2l10 10M${end + 5} 2l-10 10`} />}
    </svg>
  );
};
