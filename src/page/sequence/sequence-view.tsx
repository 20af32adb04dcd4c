import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Sequence } from "../../report/sequence.ts";
import { text } from "../texts/index.ts";
import { measuresFor, printZoom, useWidth, type Measures } from "./measures.ts";
import { Row } from "./row.tsx";
import type { Told } from "./told.ts";

/**
 * A story as a sequence diagram: heads that stay in sight, a row for each step with its sentence beside it. Rows are
 * buttons: whoever presses one stands at that step.
 */
export const SequenceView = ({
  sequence: { lifelines, rows },
  title = text.trace.shown,
  told,
  at,
  go,
  repeatsFrom,
}: {
  readonly sequence: Sequence;
  readonly title?: string;
  readonly told: readonly Told[];
  /** The step at which the reader stands; 0 before the first. */
  readonly at: number;
  readonly go: (step: number) => void;
  readonly repeatsFrom: number | undefined;
}): JSX.Element => {
  const frame = useRef<HTMLDivElement>(null);
  const measures = measuresFor(useWidth(frame), lifelines.length);
  const here = rows[at - 1];
  useLayoutEffect(() => {
    if (frame.current) bringIntoSight(frame.current, measures, here && [here.from, here.to]);
  }, [at, measures.column]);
  return (
    <div
      class="sequence"
      ref={frame}
      tabIndex={0}
      role="region"
      aria-label={title}
      style={{ "--print-zoom": String(printZoom(measures)) }}
    >
      <Heads lifelines={lifelines} measures={measures} />
      <ol class="rows">
        {rows.map((row, index) => (
          <li
            key={row.step.number}
            class={[
              row.breaks ? "breaks" : "",
              row.step.number > at ? "ahead" : "",
              repeatsFrom !== undefined && row.step.number >= repeatsFrom ? "repeats" : "",
            ].join(" ")}
            aria-current={row.step.number === at ? "step" : undefined}
          >
            <Row
              row={row}
              told={told[index]!}
              loops={row.step.number === repeatsFrom}
              lifelines={lifelines}
              measures={measures}
              choose={() => go(row.step.number)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
};

const Heads = ({
  lifelines,
  measures: { width, side, column },
}: {
  readonly lifelines: Sequence["lifelines"];
  readonly measures: Measures;
}): JSX.Element => (
  <div class="heads">
    <span class="what">{text.trace.what}</span>
    <div class="lifelines" style={{ width: `${width}px`, padding: `0 ${side}px` }}>
      {lifelines.map(({ name, owner }) => (
        <div key={name} class="head" style={{ width: `${column}px` }} title={name}>
          <bdi>{breakable(name)}</bdi>
          {owner !== name && !name.startsWith(owner) && <small>{owner}</small>}
        </div>
      ))}
    </div>
  </div>
);

/** A name that may go on in the next line where one of its parts ends. */
const breakable = (name: string): ComponentChildren =>
  name.split(/(?<=[./])/).flatMap((part, at) => (at === 0 ? [part] : [<wbr />, part]));

/** Scrolls the frame, and never the page, to the present row and to the lifelines that it is about. */
const bringIntoSight = (
  frame: HTMLElement,
  { centre, column, width }: Measures,
  lifelines: readonly [number, number] | undefined,
): void => {
  const row = frame.querySelector<HTMLElement>('[aria-current="step"]');
  const heads = frame.firstElementChild!.clientHeight;
  if (!row || !lifelines) {
    frame.scrollTo(0, 0);
    return;
  }
  const top = row.offsetTop - heads;
  const bottom = row.offsetTop + row.offsetHeight - frame.clientHeight;
  if (frame.scrollTop > top) frame.scrollTop = top;
  else if (frame.scrollTop < bottom) frame.scrollTop = bottom;
  const seen = frame.clientWidth - (frame.scrollWidth - width);
  const left = centre(Math.min(...lifelines)) - column / 2;
  const right = centre(Math.max(...lifelines)) + column / 2 - Math.max(column, seen);
  if (frame.scrollLeft < right) frame.scrollLeft = right;
  if (frame.scrollLeft > left) frame.scrollLeft = left;
};
