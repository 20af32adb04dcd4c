import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { boardOfTrace, type Board } from "../../report/board.ts";
import { boardsOfPair, type StagedRun } from "../../report/pair-boards.ts";
import type { RunBlame, RunTrace } from "../../report/run.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { storyOf, type Story } from "../../report/story.ts";
import { sentence, words } from "../../report/words.ts";
import type { Report, StagedTrace } from "../data/report.ts";
import { Alternatives } from "../explore/alternatives.tsx";
import { Loaded } from "../loaded.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { addressOf, go as goTo } from "../route.ts";
import { usePlain } from "../settings.ts";
import { CopyButton } from "../signs/copy-button.tsx";
import { text } from "../texts/index.ts";
import { Basis } from "../verdicts/basis.tsx";
import type { Told } from "../sequence/told.ts";
import { PairStage } from "./pair-stage.tsx";
import { breakingStep, StageView, stepIn } from "./stage-view.tsx";
import { TwoRuns } from "./two-runs.tsx";

/** A counterexample, on one page: the promise, how it breaks, who reads what, and what it rests on. */
export const TracePage = ({
  report,
  name,
  step,
}: {
  readonly report: Report;
  readonly name: string;
  readonly step: string | undefined;
}): JSX.Element => {
  const found = report.traces.find(name);
  if (!found) return <NotFound says={text.trace.unknown(name)} />;
  const ask = async () => ({
    staged: await report.trace(found.at),
    machines: await report.machines(),
  });
  return (
    <Loaded ask={ask} inputs={[name]}>
      {(loaded) => <Counterexample report={report} {...loaded} step={step} />}
    </Loaded>
  );
};

const Counterexample = ({
  report,
  staged: { trace, stage, scene, second },
  machines,
  step,
}: {
  readonly report: Report;
  readonly staged: StagedTrace;
  readonly machines: readonly MachineDrawing[];
  readonly step: string | undefined;
}): JSX.Element => {
  const story = useMemo(() => storyOf(report.overview.promises, trace), [trace]);
  const protocol = report.overview.protocols.find(({ name }) => name === trace.protocol);
  const invariant = protocol?.invariants.find(({ id }) => id === trace.invariant);
  const go = (next: number): void => goTo(addressOf(["trace", trace.key, String(next)]), true);
  const shown = { report, trace, story, machines, step, go };
  return (
    <>
      <Head trace={trace} story={story} />
      {!scene && <p class="note warn">{text.trace.unstaged}</p>}
      {trace.pair && stage && scene && second ? (
        <Pair {...shown} pair={trace.pair} runs={{ left: { stage, scene }, right: second }} />
      ) : (
        <Single {...shown} stage={stage} scene={scene} />
      )}
      <div class="columns findings">
        <Replay trace={trace} />
        {protocol && invariant && (
          <Basis report={report} protocol={protocol} bounds={invariant.bounds} />
        )}
      </div>
    </>
  );
};

interface Shown {
  readonly report: Report;
  readonly trace: RunTrace;
  readonly story: Story;
  readonly machines: readonly MachineDrawing[];
  readonly step: string | undefined;
  readonly go: (step: number) => void;
}

/** A story of one run, or of two of which the stages are not at hand. */
const Single = ({
  report,
  trace,
  story,
  machines,
  step,
  go,
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
        {report.explorable && (
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

const Head = ({
  trace,
  story: { says, about, before },
}: {
  readonly trace: RunTrace;
  readonly story: Story;
}): JSX.Element => {
  const { invariant, scenario, protocol, expected, because, by } = trace;
  return (
    <section class="headline finding">
      <p class="crumbs">
        <a href={addressOf([], { under: protocol })}>{text.promise.back}</a> ›{" "}
        <a href={addressOf(["promise", invariant, protocol])}>{invariant}</a>
      </p>
      <h1>
        <span class="bad">{text.trace.broken(invariant)}</span>{" "}
        <small>{text.trace.in(scenario, protocol)}</small>
      </h1>
      <p class="says">{says}</p>
      <p class="lead">
        {about && text.trace.about(about)}{" "}
        {before.length > 0 && text.trace.before(before.join("; "))}{" "}
        {expected ? (
          because !== undefined && text.trace.expected(sentence(because))
        ) : (
          <strong class="bad">{text.trace.unexpected}</strong>
        )}
      </p>
      {by && <Blame by={by} />}
    </section>
  );
};

/** The transition that brought about what breaks the promise. */
const Blame = ({ by }: { readonly by: RunBlame }): JSX.Element | null => {
  const plain = usePlain();
  const { part, transition, file, line } = by;
  if (plain) return null;
  return (
    <p class="evidence">
      {text.trace.by(words(part))}, <bdi>{transition}</bdi>{" "}
      {file !== undefined && (
        <a href={addressOf(["models", part])}>
          <code>
            {file}:{line}
          </code>
        </a>
      )}
    </p>
  );
};

const Replay = ({ trace }: { readonly trace: RunTrace }): JSX.Element => {
  const command = `npx sealcheck replay ${trace.token}`;
  return (
    <section class="replay">
      <h2>{text.trace.replay}</h2>
      <pre tabIndex={0}>
        <code>{command}</code>
      </pre>
      <CopyButton text={() => command} />
    </section>
  );
};
