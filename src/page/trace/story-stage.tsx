import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { boardOfTrace, type Board } from "../../report/board.ts";
import { boardsOfPair, type StagedRun } from "../../report/pair-boards.ts";
import type { RunTrace } from "../../report/run.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import type { Story } from "../../report/story.ts";
import type { Report, StagedTrace } from "../data/report.ts";
import { Alternatives } from "../explore/alternatives.tsx";
import type { Told } from "../sequence/told.ts";
import { text } from "../texts/index.ts";
import { PairStage } from "./pair-stage.tsx";
import { breakingStep, StageView, stepIn } from "./stage-view.tsx";
import { TwoRuns } from "./two-runs.tsx";

/** A story that breaks a promise, step by step: of one run, or of two that somebody can tell apart. */
export const StoryStage = ({
  stage,
  scene,
  second,
  ...shown
}: Shown & Pick<StagedTrace, "stage" | "scene" | "second">): JSX.Element => {
  const { pair } = shown.trace;
  return pair && stage && scene && second ? (
    <Pair {...shown} pair={pair} runs={{ left: { stage, scene }, right: second }} />
  ) : (
    <Single {...shown} stage={stage} scene={scene} />
  );
};

interface Shown {
  readonly report: Report;
  readonly trace: RunTrace;
  readonly story: Story;
  readonly machines: readonly MachineDrawing[];
  readonly step: string | undefined;
  readonly go: (step: number) => void;
  /** Whether the models that it was made of travel with the page. */
  readonly playable: boolean;
}

/** A story of one run, or of two of which the stages are not at hand. */
const Single = ({
  report,
  trace,
  story,
  machines,
  step,
  go,
  playable,
  stage,
  scene,
}: Shown & Pick<StagedTrace, "stage" | "scene">): JSX.Element => {
  const board = useMemo(() => boardOfTrace(trace, stage, scene), [trace]);
  const at = stepIn(step, board.steps.length) ?? breakingStep(board) ?? 0;
  return (
    <>
      {story.columns && <TwoRuns columns={story.columns} at={at} go={go} />}
      <StageView
        board={board}
        told={toldOf(trace, story, board)}
        at={at}
        go={go}
        machines={machines}
        name={trace.key}
      >
        {story.ending && <p class="ending bad">{story.ending}</p>}
        {playable && (
          <Alternatives
            report={report}
            scenario={trace.scenario}
            protocol={trace.protocol}
            moves={board.steps.slice(0, at).map(({ move }) => move)}
            taken={board.steps[at]?.move}
          />
        )}
      </StageView>
    </>
  );
};

/** Two runs that somebody can tell apart. */
const Pair = ({
  trace,
  story: { columns, ending },
  machines,
  step,
  go,
  pair,
  runs,
}: Shown & {
  readonly pair: NonNullable<RunTrace["pair"]>;
  readonly runs: Readonly<Record<"left" | "right", StagedRun>>;
}): JSX.Element => {
  const boards = useMemo(() => boardsOfPair(trace, pair, runs), [trace]);
  const last = pair.steps.length;
  const at = stepIn(step, last) ?? last;
  return (
    <>
      <TwoRuns columns={columns!} at={at} go={go} />
      <p class="ending bad">{ending}</p>
      <h2 class="pair-title">{text.trace.sideBySide}</h2>
      <PairStage
        boards={boards}
        columns={columns!}
        at={at}
        go={go}
        machines={machines}
        name={trace.key}
      />
    </>
  );
};

/** The sentences of a story; of the first of two runs only what happens. */
const toldOf = (trace: RunTrace, story: Story, board: Board): Told[] =>
  trace.pair
    ? board.steps.map(({ words }) => ({ words, facts: [] }))
    : story.steps.map(({ move, facts }) => ({ words: move, facts }));
