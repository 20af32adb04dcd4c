import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Board } from "../../report/board.ts";
import type { PairColumns } from "../../report/pair-words.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { sequenceOf } from "../../report/sequence.ts";
import { SequenceView } from "../sequence/sequence-view.tsx";
import type { Told } from "../sequence/told.ts";
import { usePlain } from "../settings.ts";
import { ReadingLegend } from "../signs/reading.tsx";
import { text } from "../texts/index.ts";
import { Exports } from "./exports.tsx";
import { Inspector } from "./inspector.tsx";
import { Machines } from "./machines.tsx";
import { Stepper, useStepKeys } from "./stepper.tsx";

const runs = [text.trace.firstRun, text.trace.secondRun] as const;

/** Two runs side by side, in step. */
export const PairStage = ({
  boards,
  columns: { rows },
  at,
  go,
  machines,
  name,
}: {
  readonly boards: readonly [first: Board, second: Board];
  readonly columns: PairColumns;
  readonly at: number;
  readonly go: (step: number) => void;
  readonly machines: readonly MachineDrawing[];
  readonly name: string;
}): JSX.Element => {
  const plain = usePlain();
  const last = rows.length;
  const [looked, look] = useState<0 | 1>(0);
  useStepKeys({ at, last, breaks: last, go });
  const row = rows[at - 1];
  const told = row && `${runs[0]}: ${row.left.move}; ${runs[1]}: ${row.right.move}`;
  return (
    <>
      <Stepper at={at} last={last} breaks={last} go={go} told={told} />
      <div class="pair">
        {boards.map((board, side) => (
          <Run
            key={side}
            board={board}
            boards={boards}
            title={runs[side]!}
            told={rows.map(({ left, right, parts }) => ({
              words: (side === 0 ? left : right).move,
              facts: [],
              parts,
            }))}
            at={at}
            go={go}
            name={`${name}.${side + 1}`}
          />
        ))}
      </div>
      <ReadingLegend />
      {!plain && (
        <Machines board={boards[looked]} at={at} machines={machines}>
          <Choice looked={looked} look={look} />
        </Machines>
      )}
    </>
  );
};

/** Which of the runs one looks into. */
const Choice = ({
  looked,
  look,
}: {
  readonly looked: 0 | 1;
  readonly look: (side: 0 | 1) => void;
}): JSX.Element => (
  <p class="tools" role="group" aria-label={text.trace.whichRun}>
    {([0, 1] as const).map((side) => (
      <button key={side} type="button" aria-pressed={side === looked} onClick={() => look(side)}>
        {runs[side]}
      </button>
    ))}
  </p>
);

const Run = ({
  board,
  boards,
  title,
  told,
  at,
  go,
  name,
}: {
  readonly board: Board;
  readonly boards: readonly Board[];
  readonly title: string;
  readonly told: readonly Told[];
  readonly at: number;
  readonly go: (step: number) => void;
  readonly name: string;
}): JSX.Element => {
  const plain = usePlain();
  const sequence = useMemo(() => sequenceOf(board, boards), [boards]);
  return (
    <section>
      <h2>{title}</h2>
      <SequenceView
        sequence={sequence}
        title={title}
        told={told}
        at={at}
        go={go}
        repeatsFrom={undefined}
      />
      {!plain && <Exports sequence={sequence} name={name} />}
      <Inspector board={board} at={at} />
    </section>
  );
};
