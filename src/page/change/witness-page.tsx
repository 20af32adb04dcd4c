import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { boardOf } from "../../report/board.ts";
import type { DifferencePage, Witness } from "../../report/difference-report.ts";
import { factWords } from "../../report/fact-words.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { sentence } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { Alternatives } from "../explore/alternatives.tsx";
import { Loaded } from "../loaded.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { addressOf, go } from "../route.ts";
import { text } from "../texts/index.ts";
import { StageView, stepIn } from "../trace/stage-view.tsx";

/** A trace that one version can go and the other cannot, on its stage. */
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

const Staged = ({
  report,
  difference,
  machines,
  witness,
  at: place,
  step,
}: {
  readonly report: Report;
  readonly difference: DifferencePage;
  readonly machines: readonly MachineDrawing[];
  readonly witness: Witness;
  readonly at: number;
  readonly step: string | undefined;
}): JSX.Element => {
  const { scene, scenario, protocol, moves, facts } = witness;
  const stage = difference.stages[scene.stage]!;
  const board = useMemo(
    () => boardOf({ stage, scene, moves, facts, breach: undefined }),
    [difference, place],
  );
  const at = stepIn(step, moves.length) ?? moves.length;
  // Of two revisions, only the models of the newer one travel with the page.
  const playable = witness.of === "head" || difference.machines.length === 0;
  return (
    <>
      <Head difference={difference} witness={witness} at={place} />
      <StageView
        board={board}
        told={board.steps.map((each) => ({
          words: each.words,
          facts: each.facts.filter(({ type }) => type !== "learned").map(factWords),
        }))}
        at={at}
        go={(next) => go(addressOf(["difference", String(place), String(next)]), true)}
        machines={[...machines, ...difference.machines]}
        name={`${scenario}.${protocol}.${place}`}
      >
        {report.explorable && playable && (
          <Alternatives
            report={report}
            scenario={scenario}
            protocol={protocol}
            moves={moves.slice(0, at)}
            taken={moves[at]}
          />
        )}
      </StageView>
    </>
  );
};

const Head = ({
  difference,
  witness: { of, scenario, protocol },
  at,
}: {
  readonly difference: DifferencePage;
  readonly witness: Witness;
  readonly at: number;
}): JSX.Element => {
  const { base, head, gained, lost, chats } = difference;
  const change = [...gained, ...lost][at];
  const chat = chats.filter(({ witness }) => witness)[at - gained.length - lost.length];
  const [own, other] = of === "head" ? [head, base] : [base, head];
  return (
    <section class="headline finding">
      <p class="crumbs">
        <a href={addressOf(["difference"])}>
          <bdi>{base}</bdi> → <bdi>{head}</bdi>
        </a>
      </p>
      <h1>
        {change
          ? sentence([change.who, change.says].filter(Boolean).join(" "))
          : text.difference.goes(own, other)}{" "}
        <small>{text.trace.in(scenario, protocol)}</small>
      </h1>
      {change && change.before.length > 0 && (
        <p class="says">{sentence(text.difference.before(change.before))}</p>
      )}
      <p class="lead">
        {text.difference.chats(change?.chat ?? chat!.chat)}. {text.difference.cannotFollow(other)}
      </p>
    </section>
  );
};
