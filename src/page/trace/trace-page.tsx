import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { boardOfTrace, type Board } from "../../report/board.ts";
import type { RunBlame, RunTrace } from "../../report/run.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { storyOf, type Story } from "../../report/story.ts";
import { sentence, words } from "../../report/words.ts";
import type { Report, StagedTrace } from "../data/report.ts";
import { Alternatives } from "../explore/alternatives.tsx";
import { Loaded } from "../loaded.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { addressOf, go } from "../route.ts";
import { usePlain } from "../settings.ts";
import { CopyButton } from "../signs/copy-button.tsx";
import { text } from "../texts/index.ts";
import { Basis } from "../verdicts/basis.tsx";
import type { Told } from "../sequence/told.ts";
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
  staged: { trace, stage, scene },
  machines,
  step,
}: {
  readonly report: Report;
  readonly staged: StagedTrace;
  readonly machines: readonly MachineDrawing[];
  readonly step: string | undefined;
}): JSX.Element => {
  const board = useMemo(() => boardOfTrace(trace, stage, scene), [trace]);
  const story = useMemo(() => storyOf(report.overview.promises, trace), [trace]);
  const at = stepIn(step, board.steps.length) ?? breakingStep(board) ?? 0;
  const protocol = report.overview.protocols.find(({ name }) => name === trace.protocol);
  const invariant = protocol?.invariants.find(({ id }) => id === trace.invariant);
  return (
    <>
      <Head trace={trace} story={story} />
      {story.columns && <TwoRuns columns={story.columns} />}
      {story.columns && story.ending && <p class="ending bad">{story.ending}</p>}
      {story.columns && <h2>{text.trace.stageOfFirst}</h2>}
      {!scene && <p class="note warn">{text.trace.unstaged}</p>}
      <StageView
        board={board}
        told={toldOf(trace, story, board)}
        at={at}
        go={(next) => go(addressOf(["trace", trace.key, String(next)]), true)}
        machines={machines}
        name={trace.key}
      >
        {!story.columns && story.ending && <p class="ending bad">{story.ending}</p>}
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
      <div class="columns findings">
        <Replay trace={trace} />
        {protocol && invariant && (
          <Basis report={report} protocol={protocol} bounds={invariant.bounds} />
        )}
      </div>
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
