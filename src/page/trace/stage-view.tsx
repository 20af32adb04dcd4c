import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Board } from "../../report/board.ts";
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

/** A story on its stage: the diagram, where the reader stands in it, and how the world stands there. */
export const StageView = ({
  board,
  told,
  at,
  go,
  machines,
  name,
  children,
}: {
  readonly board: Board;
  readonly told: readonly Told[];
  readonly at: number;
  readonly go: (step: number) => void;
  readonly machines: readonly MachineDrawing[];
  /** What files with its diagram are called. */
  readonly name: string;
  /** What stands below the diagram. */
  readonly children?: ComponentChildren;
}): JSX.Element => {
  const plain = usePlain();
  const sequence = useMemo(() => sequenceOf(board), [board]);
  const breaks = breakingStep(board);
  useStepKeys({ at, last: board.steps.length, breaks, go });
  return (
    <>
      {board.steps.length > 0 && (
        <Stepper
          at={at}
          last={board.steps.length}
          breaks={breaks}
          go={go}
          told={told[at - 1]?.words}
        />
      )}
      <div class="stage">
        <div class="diagram">
          {board.steps.length === 0 ? (
            <p class="quiet">{text.explore.nothingYet}</p>
          ) : (
            <>
              <SequenceView
                sequence={sequence}
                told={told}
                at={at}
                go={go}
                repeatsFrom={board.breach?.repeatsFrom}
              />
              <ReadingLegend />
            </>
          )}
          {children}
          {!plain && board.steps.length > 0 && <Exports sequence={sequence} name={name} />}
        </div>
        <Inspector board={board} at={at} />
      </div>
      {!plain && <Machines board={board} at={at} machines={machines} />}
    </>
  );
};

/** The step at which a promise breaks; the last one where it breaks by what never happens. */
export const breakingStep = ({
  breach,
  steps,
}: Pick<Board, "breach" | "steps">): number | undefined =>
  breach && (typeof breach.at === "number" ? breach.at : steps.length);

/** A step in an address; what is no step of the story is none. */
export const stepIn = (text: string | undefined, last: number): number | undefined => {
  const step = Number(text);
  return text !== undefined && Number.isInteger(step) && step >= 0 && step <= last
    ? step
    : undefined;
};
