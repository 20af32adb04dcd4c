import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { RunBlame, RunTrace } from "../../report/run.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { storyOf, type Story } from "../../report/story.ts";
import { sentence, words } from "../../report/words.ts";
import type { Report, StagedTrace } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { addressOf, go as goTo } from "../route.ts";
import { usePlain } from "../settings.ts";
import { CopyButton } from "../signs/copy-button.tsx";
import { text } from "../texts/index.ts";
import { Basis } from "../verdicts/basis.tsx";
import { StoryStage } from "./story-stage.tsx";

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
  return (
    <>
      <Head trace={trace} story={story} />
      {!scene && <p class="note warn">{text.trace.unstaged}</p>}
      <StoryStage
        {...{ report, trace, story, machines, step, go, stage, scene, second }}
        playable={report.explorable}
      />
      <div class="columns findings">
        <Replay trace={trace} />
        {protocol && invariant && (
          <Basis report={report} protocol={protocol} bounds={invariant.bounds} />
        )}
      </div>
    </>
  );
};

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
