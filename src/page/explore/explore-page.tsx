import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Explorer } from "../../explore/explorer.ts";
import { boardOf, readingIn, type Board } from "../../report/board.ts";
import { factWords } from "../../report/fact-words.ts";
import type { Explored, MachineDrawing } from "../../report/scenes.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { addressOf, go } from "../route.ts";
import { CopyButton } from "../signs/copy-button.tsx";
import { text } from "../texts/index.ts";
import { StageView } from "../trace/stage-view.tsx";
import { Offers } from "./offers.tsx";
import { regressionOf, traceFileOf } from "./regression.ts";
import { ScenarioList } from "./scenario-list.tsx";
import { stageAddress } from "./stage-address.ts";

/** A story of the reader's own, on the models that travel with the page. */
export const ExplorePage = ({
  report,
  scenario,
  protocol,
  query,
}: {
  readonly report: Report;
  readonly scenario: string | undefined;
  readonly protocol: string | undefined;
  readonly query: Readonly<Record<string, string>>;
}): JSX.Element => {
  if (!report.explorable)
    return (
      <section class="narrow">
        <h1>{text.explore.title}</h1>
        <p>{text.explore.missing}</p>
      </section>
    );
  if (scenario === undefined || protocol === undefined)
    return (
      <Loaded ask={() => report.explorer()} inputs={[]}>
        {(explorer) => <ScenarioList explorer={explorer} />}
      </Loaded>
    );
  const moves = (query["moves"] ?? "").split("\n").filter(Boolean);
  const ask = async () => {
    const explorer: Explorer = await report.explorer();
    return {
      explored: explorer.after(scenario, protocol, moves),
      machines: await report.machines(),
    };
  };
  return (
    <Loaded ask={ask} inputs={[scenario, protocol, moves]}>
      {(loaded) => <Stage {...loaded} moves={moves} at={query["at"]} />}
    </Loaded>
  );
};

const Stage = ({
  explored,
  machines,
  moves,
  at: asked,
}: {
  readonly explored: Explored;
  readonly machines: readonly MachineDrawing[];
  readonly moves: readonly string[];
  readonly at: string | undefined;
}): JSX.Element => {
  const { scenario, protocol } = explored.stage;
  const board = useMemo(() => boardOfExplored(explored, moves), [explored]);
  const at = Math.min(moves.length, Math.max(0, Number(asked ?? moves.length) || 0));
  const here = (step: number): string =>
    addressOf(["explore", scenario, protocol], {
      moves: moves.join("\n"),
      at: step === moves.length ? undefined : step,
    });
  return (
    <>
      <section class="headline finding">
        <p class="crumbs">
          <a href={addressOf(["explore"])}>{text.explore.title}</a> › <bdi>{scenario}</bdi> ›{" "}
          <bdi>{protocol}</bdi>
        </p>
        <h1>{text.trace.explored}</h1>
        <Broken explored={explored} />
        <Tools scenario={scenario} protocol={protocol} moves={moves} explored={explored} />
      </section>
      <StageView
        board={board}
        told={board.steps.map(({ words, facts }) => ({
          words,
          facts: facts.filter(({ type }) => type !== "learned").map(factWords),
        }))}
        at={at}
        go={(step) => go(here(step), true)}
        machines={machines}
        name={`${scenario}.${protocol}`}
      >
        <section aria-labelledby="offers">
          <h2 id="offers">{text.explore.offers}</h2>
          {explored.atRest && <p class="quiet">{text.explore.rest}</p>}
          <Offers offers={explored.offers} scenario={scenario} protocol={protocol} moves={moves} />
        </section>
      </StageView>
    </>
  );
};

/** What is owed counts as broken only once nothing more happens by itself. */
const brokenIn = ({ broken, atRest }: Explored): Explored["broken"] =>
  broken.filter(({ at }) => at !== "end" || atRest);

const boardOfExplored = (explored: Explored, moves: readonly string[]): Board => {
  const { stage, scene, facts } = explored;
  const [first] = brokenIn(explored).toSorted(
    (left, right) => Number(left.at === "end") - Number(right.at === "end") || 0,
  );
  return boardOf({
    stage,
    scene,
    moves,
    facts,
    breach: first && {
      invariant: first.invariant,
      at: first.at,
      repeatsFrom: undefined,
      reading: readingIn(first.fact),
    },
  });
};

const Broken = ({ explored }: { readonly explored: Explored }): JSX.Element => {
  const ids = [...new Set(brokenIn(explored).map(({ invariant }) => invariant))];
  return (
    <p class={ids.length > 0 ? "lead bad" : "lead"} role="status">
      {ids.length === 0
        ? text.explore.nothingBroken
        : ids.map((id) => text.explore.brokenBy(id)).join(" ")}
    </p>
  );
};

const Tools = ({
  scenario,
  protocol,
  moves,
  explored,
}: {
  readonly scenario: string;
  readonly protocol: string;
  readonly moves: readonly string[];
  readonly explored: Explored;
}): JSX.Element => {
  const invariant = brokenIn(explored)[0]?.invariant ?? "";
  return (
    <p class="tools">
      {moves.length > 0 && (
        <>
          <a class="button" href={stageAddress(scenario, protocol, moves.slice(0, -1))}>
            {text.explore.back}
          </a>
          <a class="button" href={stageAddress(scenario, protocol, [])}>
            {text.explore.again}
          </a>
          <CopyButton
            label={text.explore.regression}
            text={() => regressionOf({ scenario, protocol, invariant, moves })}
          />
          <CopyButton
            label={text.explore.file}
            text={() => traceFileOf({ scenario, protocol, invariant, moves })}
          />
        </>
      )}
    </p>
  );
};
