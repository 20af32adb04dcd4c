import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import { boardOf } from "../../report/board.ts";
import {
  witnessesIn,
  type ChatVerdict,
  type DifferencePage,
  type ToldChange,
  type Witness,
} from "../../report/difference-report.ts";
import { factWords } from "../../report/fact-words.ts";
import { moveWords } from "../../report/move-words.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { storyOf } from "../../report/story.ts";
import type { BreakingStory, Flip } from "../../report/verdict-difference.ts";
import { sentence, words } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { Alternatives } from "../explore/alternatives.tsx";
import { Loaded } from "../loaded.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { addressOf, go } from "../route.ts";
import { text } from "../texts/index.ts";
import { StageView, stepIn } from "../trace/stage-view.tsx";
import { StoryStage } from "../trace/story-stage.tsx";

/** What shows that one version differs from the other, on its stage. */
export const WitnessPage = ({
  report,
  name,
  step,
}: {
  readonly report: Report;
  readonly name: string;
  readonly step: string | undefined;
}): JSX.Element => {
  const ask = async () => ({
    difference: await report.difference(),
    machines: await report.machines(),
  });
  return (
    <Loaded ask={ask} inputs={[]}>
      {({ difference, machines }) => {
        const at = Number(name);
        const witness = difference.witnesses[at];
        if (!witness) return <NotFound says={text.difference.unknown(name)} />;
        return <Staged key={at} {...{ report, difference, machines, witness, at, step }} />;
      }}
    </Loaded>
  );
};

interface Shown {
  readonly report: Report;
  readonly difference: DifferencePage;
  readonly machines: readonly MachineDrawing[];
  readonly witness: Witness;
  /** Its place among all witnesses. */
  readonly at: number;
  readonly step: string | undefined;
}

const Staged = (shown: Shown): JSX.Element => {
  const { what } = witnessesIn(shown.difference)[shown.at]!;
  if ("invariant" in what) return <Breaking {...shown} flip={what} story={what.witness!} />;
  return (
    <>
      <Head {...shown}>
        {"is" in what && "name" in what ? (
          <BehaviourHead behaviour={what} {...shown} />
        ) : "says" in what ? (
          <ChangeHead change={what} {...shown} />
        ) : (
          <ChatHead chat={what} {...shown} />
        )}
      </Head>
      <Followed {...shown} />
    </>
  );
};

/** A story that breaks a promise under one version, while the other keeps it. */
const Breaking = ({
  flip,
  story: trace,
  ...shown
}: Shown & { readonly flip: Flip; readonly story: BreakingStory }): JSX.Element => {
  const { report, difference, machines, witness, at, step } = shown;
  const story = useMemo(() => storyOf(report.overview.promises, trace), [trace]);
  const [own, other] = sidesOf(shown);
  const go = (next: number): void => goTo(at, next);
  return (
    <>
      <Head {...shown}>
        <Title {...shown}>
          <span class="bad">{text.difference.broken(flip.invariant)}</span>
        </Title>
        <p class="says">{sentence(flip.says)}</p>
        <p class="lead">{text.difference.brokenUnder(own, other)}</p>
      </Head>
      <StoryStage
        {...{ report, trace, story, step, go }}
        machines={[...machines, ...difference.machines]}
        stage={difference.stages[witness.scene.stage]}
        scene={witness.scene}
        second={
          witness.second && {
            scene: witness.second,
            stage: difference.stages[witness.second.stage]!,
          }
        }
        playable={isPlayable(shown)}
      />
    </>
  );
};

/** A trace that the other version cannot follow. */
const Followed = (shown: Shown): JSX.Element => {
  const { report, difference, machines, witness, at: place, step } = shown;
  const { scene, scenario, protocol, moves, facts } = witness;
  const stage = difference.stages[scene.stage]!;
  const board = useMemo(
    () => boardOf({ stage, scene, moves, facts, breach: undefined }),
    [difference, place],
  );
  const at = stepIn(step, moves.length) ?? moves.length;
  return (
    <StageView
      board={board}
      told={board.steps.map((each) => ({
        words: each.words,
        facts: each.facts.filter(({ type }) => type !== "learned").map(factWords),
      }))}
      at={at}
      go={(next) => goTo(place, next)}
      machines={[...machines, ...difference.machines]}
      name={`${scenario}.${protocol}.${place}`}
    >
      {isPlayable(shown) && (
        <Alternatives
          report={report}
          scenario={scenario}
          protocol={protocol}
          moves={moves.slice(0, at)}
          taken={moves[at]}
        />
      )}
    </StageView>
  );
};

const goTo = (witness: number, step: number): void =>
  go(addressOf(["difference", String(witness), String(step)]), true);

/** Of two revisions, only the models of the newer one travel with the page. */
const isPlayable = ({ report, difference, witness }: Shown): boolean =>
  report.explorable && (witness.of === "head" || difference.machines.length === 0);

/** The version that a witness is played under, and the other one. */
const sidesOf = ({
  difference: { base, head },
  witness,
}: Pick<Shown, "difference" | "witness">): readonly [own: string, other: string] =>
  witness.of === "head" ? [head, base] : [base, head];

const Head = ({
  difference: { base, head },
  children,
}: Shown & { readonly children: ComponentChildren }): JSX.Element => (
  <section class="headline finding">
    <p class="crumbs">
      <a href={addressOf(["difference"])}>
        <bdi>{base}</bdi> → <bdi>{head}</bdi>
      </a>
    </p>
    {children}
  </section>
);

const Title = ({
  witness: { scenario, protocol },
  children,
}: Pick<Shown, "witness"> & { readonly children: ComponentChildren }): JSX.Element => (
  <h1>
    {children} <small>{text.trace.in(scenario, protocol)}</small>
  </h1>
);

/** What it means that the other version does not do the same: less, if not all of it was visited. */
const Unfollowed = ({ sampled, ...shown }: Shown & { readonly sampled: boolean }): JSX.Element => {
  const other = sidesOf(shown)[1];
  return sampled ? (
    <span class="warn">{text.difference.notMet(other)}</span>
  ) : (
    <>{text.difference.cannotFollow(other)}</>
  );
};

const ChangeHead = ({
  change: { who, says, before, chat, is, sampled },
  ...shown
}: Shown & { readonly change: ToldChange }): JSX.Element => (
  <>
    <Title {...shown}>{sentence([who, says].filter(Boolean).join(" "))}</Title>
    {before.length > 0 && <p class="says">{sentence(text.difference.before(before))}</p>}
    <p class="lead">
      {text.difference.chats(chat)}, {text.difference.polarity[is]}.{" "}
      <Unfollowed sampled={sampled} {...shown} />
    </p>
  </>
);

const ChatHead = ({
  chat: { chat },
  ...shown
}: Shown & { readonly chat: ChatVerdict }): JSX.Element => {
  const [own, other] = sidesOf(shown);
  return (
    <>
      <Title {...shown}>{text.difference.goes(own, other)}</Title>
      <p class="lead">
        {text.difference.chats(chat)}. {text.difference.cannotFollow(other)}
      </p>
    </>
  );
};

const BehaviourHead = ({
  behaviour: { is, name, sampled },
  ...shown
}: Shown & { readonly behaviour: DifferencePage["appeared"][number] }): JSX.Element => (
  <>
    <Title {...shown}>{is === "deed" ? moveWords(name) : sentence(words(name))}</Title>
    <p class="lead">
      {sentence(text.difference.behaviours[is])} <Unfollowed sampled={sampled} {...shown} />
    </p>
  </>
);
