import type { Fact } from "../promise/index.ts";
import type { Change, ToldBehaviour, VersionDifference } from "../search/index.ts";
import type { MachineDrawing, Scene, Stage } from "./scenes.ts";
import type { Flip, VerdictDifference } from "./verdict-difference.ts";

/** What two versions differ in, over all scenarios in which both are played. */
export interface DifferenceReport {
  readonly schema: "sealcheck.difference/1";
  readonly base: string;
  readonly head: string;
  readonly scenarios: readonly VersionDifference[];
  /** What the head can do that the base cannot, and the reverse; each once, with its shortest witness. */
  readonly gained: readonly ToldChange[];
  readonly lost: readonly ToldChange[];
  readonly chats: readonly ChatVerdict[];
  /** What can happen under the head only, and under the base only, whatever it means to anybody. */
  readonly appeared: readonly ShownBehaviour[];
  readonly vanished: readonly ShownBehaviour[];
  /** How the verdicts on promises differ; undefined where nobody asked. */
  readonly promises: VerdictDifference | undefined;
  /** No harm was gained, no duty or service was lost, and no promise is worse off or gone. */
  readonly improvement: boolean;
  readonly exhaustive: boolean;
  /**
   * Where it was stopped early: how many stories were compared of how many, and whether promises began to be judged. What
   * is listed was found all the same.
   */
  readonly partial:
    | { readonly done: number; readonly of: number; readonly judged: boolean }
    | undefined;
}

/** Something with a witness, where it shows, and whether its absence in the other version was only sampled. */
export type Shown<T extends { readonly moves: readonly string[] }> = T & {
  readonly scenario: string;
  /** Under which the witness is played: a version of the head for what is gained, of the base for what is lost. */
  readonly protocol: string;
  readonly sampled: boolean;
};
export type ToldChange = Shown<Change>;

export interface ShownBehaviour extends Shown<ToldBehaviour> {
  /** Whether the other version does the same in another scenario. */
  readonly elsewhere: boolean;
}

export interface ChatVerdict {
  readonly chat: string;
  readonly verdict: VersionDifference["chats"][number]["verdict"];
  readonly exhaustive: boolean;
  /** In how many scenarios it is identical, and of how many that was asked. */
  readonly identicalIn: number;
  readonly of: number;
  /** The first scenario that says otherwise. */
  readonly scenario: string | undefined;
  readonly witness: ChatWitness | undefined;
}

export interface ChatWitness {
  /** Who goes where the other cannot follow. */
  readonly of: "base" | "head";
  readonly protocol: string;
  readonly moves: readonly string[];
}

/** What a difference comes to: the last two have nothing in them that is better or worse. */
export type Outcome = "worse" | "improvements" | "neither" | "none";

export const outcomeOf = (report: DifferenceReport): Outcome => {
  const { improvement, gained, lost, chats, appeared, vanished, promises } = report;
  if (!improvement) return "worse";
  const { flips = [], gone = [], added = [], drifts = [], narrowed = [] } = promises ?? {};
  if (gained.length + lost.length > 0 || flips.some(({ is }) => is === "better"))
    return "improvements";
  const others = [appeared, vanished, flips, gone, added, drifts, narrowed];
  return others.some((all) => all.length > 0) || chats.some(({ witness }) => witness)
    ? "neither"
    : "none";
};

/** Harms that were gained, duties and services that were lost. */
export const worse = ({ gained, lost }: DifferenceReport): readonly ToldChange[] => [
  ...gained.filter(({ is }) => is === "harm"),
  ...lost.filter(({ is }) => is !== "harm"),
];

/** The reverse. */
export const better = ({ gained, lost }: DifferenceReport): readonly ToldChange[] => [
  ...lost.filter(({ is }) => is === "harm"),
  ...gained.filter(({ is }) => is !== "harm"),
];

/** The difference with its witnesses on their stages, as a page shows them. */
export interface DifferencePage extends DifferenceReport {
  readonly stages: readonly Stage[];
  /** One for each that {@link witnessesIn} names, in its order. */
  readonly witnesses: readonly Witness[];
  /** Machines of the base, where they are others than the head's; they count on from those. */
  readonly machines: readonly MachineDrawing[];
}

/** Something that a page shows on its stage. */
export interface Witnessed {
  readonly what: ToldChange | ShownBehaviour | ChatVerdict | Flip;
  /** Under which of the two it is played. */
  readonly of: "base" | "head";
  readonly scenario: string;
  readonly protocol: string;
  readonly moves: readonly string[];
}

/** All that has a witness. */
export const witnessesIn = ({
  gained,
  lost,
  chats,
  appeared,
  vanished,
  promises,
}: DifferenceReport): readonly Witnessed[] => [
  ...gained.map((what) => from(what, what, "head")),
  ...lost.map((what) => from(what, what, "base")),
  ...chats.flatMap((what) =>
    what.witness
      ? [from(what, { scenario: what.scenario!, ...what.witness }, what.witness.of)]
      : [],
  ),
  ...appeared.map((what) => from(what, what, "head")),
  ...vanished.map((what) => from(what, what, "base")),
  ...(promises?.flips ?? []).flatMap((what) =>
    what.witness ? [from(what, what.witness, what.witness.of)] : [],
  ),
];

const from = (
  what: Witnessed["what"],
  { scenario, protocol, moves }: Pick<Witnessed, "scenario" | "protocol" | "moves">,
  of: Witnessed["of"],
): Witnessed => ({ what, of, scenario, protocol, moves });

/** A trace that the other version cannot follow, or a story that breaks a promise which the other keeps. */
export interface Witness extends Omit<Witnessed, "what"> {
  readonly facts: readonly (readonly Fact[])[];
  readonly scene: Scene;
  /** The second run, where two are compared. */
  readonly second: Scene | undefined;
}
