import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Sequence } from "../../report/sequence.ts";
import { text } from "../texts/index.ts";
import { columnWidth, sideRoom } from "./measures.ts";
import { Row } from "./row.tsx";
import type { Told } from "./told.ts";

/**
 * A story as a sequence diagram: heads that stay in sight, a row for each step with its sentence beside it. Rows are
 * buttons: whoever presses one stands at that step.
 */
export const SequenceView = ({
  sequence: { lifelines, rows },
  told,
  at,
  go,
  repeatsFrom,
}: {
  readonly sequence: Sequence;
  readonly told: readonly Told[];
  /** The step at which the reader stands; 0 before the first. */
  readonly at: number;
  readonly go: (step: number) => void;
  readonly repeatsFrom: number | undefined;
}): JSX.Element => {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current
      ?.querySelector('[aria-current="step"]')
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [at]);
  const width = lifelines.length * columnWidth + 2 * sideRoom;
  return (
    <div class="sequence" ref={frame} tabIndex={0} role="region" aria-label={text.trace.shown}>
      <div class="heads">
        <span class="what">{text.trace.what}</span>
        <div class="lifelines" style={{ width: `${width}px`, padding: `0 ${sideRoom}px` }}>
          {lifelines.map(({ name, owner }) => (
            <div key={name} class="head" style={{ width: `${columnWidth}px` }} title={name}>
              <bdi>{name}</bdi>
              {owner !== name && !name.startsWith(owner) && <small>{owner}</small>}
            </div>
          ))}
        </div>
      </div>
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
              lifelines={lifelines}
              width={width}
              choose={() => go(row.step.number)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
};
