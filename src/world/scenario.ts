import { declaredAt, Mistake, mustKnowFields, type Place } from "../mistake.ts";
import type { Expectation, PrivacyPromise } from "../promise/index.ts";
import type { Part } from "./part.ts";
import type { Protocol } from "./protocol.ts";

/** Things that go wrong by themselves; a scenario gives each a budget. */
export const faultKinds = [
  "drop",
  "duplicate",
  "reorder",
  "delay",
  "offline",
  "crash",
  "skew",
] as const;
/** A kind of thing that goes wrong by itself. */
export type FaultKind = (typeof faultKinds)[number];

/** How far a scenario goes. `moves` bounds a trace; every other name is a limit that intents refer to. */
export type Bound = { readonly moves: number } & Readonly<Record<string, number>>;

/** An attack that somebody has described: protocols of the scenario are open to it, or mended. */
export interface Attack {
  /** Who described it, where and when. */
  readonly source: string;
  /** Who attacks, where that is no adversary that is switched on. */
  readonly by?: string;
}

/** Who does what: a cast, the freedom it has, what may go wrong, how far it goes, and what should come of it. */
export interface Scenario<Cast = unknown> {
  readonly sealcheck: "scenario";
  /** What happens here, in a sentence or two. */
  readonly says: string;
  readonly protocols: readonly Protocol<Cast>[];
  readonly cast: Cast;
  /**
   * Which intents each party has: keys are units, owners or part names; values are event types. What none of its
   * protocols has is refused; under those that lack something that others have, it is played without.
   */
  readonly mayDo: Readonly<Record<string, readonly string[]>>;
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** Units that never go offline, crash or have a wrong clock; printed as an assumption. */
  readonly spared: readonly string[];
  /** The adversary who attacks, by its name in the composition; nobody, if left out. */
  readonly adversary: string | undefined;
  readonly bound: Bound;
  /**
   * Why its states are too many to visit, where they are; printed. Random runs alone are made of such a scenario, and a
   * search that visits every state leaves it out unless it is named.
   */
  readonly onlySampled: string | undefined;
  /** Named moves made before the story begins; they count towards nothing. */
  readonly setUp: readonly string[];
  /** Invariants that this scenario must put to the test. */
  readonly about: readonly string[];
  /** Promises that are asked of no other scenarios but those that name them. */
  readonly promises: readonly PrivacyPromise[];
  /** What it looks for, where that is an attack that somebody has described. */
  readonly attack: Attack | undefined;
  /** Per protocol name and invariant; what is not named is expected to hold. */
  readonly expects: Readonly<Record<string, Readonly<Record<string, Expectation>>>>;
  /** Frozen counterexamples: moves by name, all of them possible, tried first in every run, per protocol name. */
  readonly examples: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly place: Place | undefined;
}

/** The parts of a protocol's compositions, as far as types can tell. */
type PartsOf<Played> = Played extends Protocol<never, infer Parts> ? Parts : never;

/** What a party can be called by: a part's name, its owner's, its unit's. */
type CallOf<Parts> =
  Parts extends Part<infer Name, infer Owner, infer Unit> ? Name | Owner | Unit : never;

/** The intents of the parts that go by a name. */
type DoesAs<Who, Parts> =
  Parts extends Part<infer Name, infer Owner, infer Unit, infer Does>
    ? Who extends Name | Owner | Unit
      ? Does
      : Extract<Name | Owner | Unit, Who> extends never
        ? never
        : Does
    : never;

/** Intents for each party, as far as types can tell; what they cannot, is told when the scenario is played. */
type MayDo<Parts> = { readonly [Who in CallOf<Parts>]?: readonly DoesAs<Who, Parts>[] };

/** Something for each of some protocols, be an adversary switched on or not. */
type PerProtocol<Played, Thing> =
  Played extends Protocol<never, Part, infer Name>
    ? { readonly [One in Name | `${Name} against ${string}`]?: Thing }
    : never;

interface ScenarioDeclaration<Cast, Played extends readonly Protocol<never>[]>
  extends
    Pick<Scenario<Cast>, "says" | "cast" | "bound">,
    Partial<
      Pick<
        Scenario<Cast>,
        "faults" | "adversary" | "onlySampled" | "setUp" | "about" | "promises" | "attack"
      >
    > {
  readonly protocols: Played & readonly Protocol<Cast>[];
  readonly mayDo: MayDo<PartsOf<Played[number]>>;
  readonly spared?: readonly CallOf<PartsOf<Played[number]>>[];
  readonly expects?: PerProtocol<Played[number], Readonly<Record<string, Expectation>>>;
  readonly examples?: PerProtocol<Played[number], readonly (readonly string[])[]>;
}

/**
 * Declares a scenario: a cast, not a script. Its name is the name of its file. Parties, intents and protocols that do not
 * exist are errors of types where the protocols were declared without type arguments, and mistakes in any case.
 */
export const scenario = <
  Cast,
  Played extends readonly Protocol<never>[] = readonly Protocol<Cast>[],
>(
  declaration: ScenarioDeclaration<Cast, Played>,
): Scenario<Cast> => {
  const declared: Scenario<Cast> = {
    faults: {},
    spared: [],
    adversary: undefined,
    onlySampled: undefined,
    setUp: [],
    about: [],
    promises: [],
    attack: undefined,
    expects: {},
    examples: {},
    ...(declaration as Partial<Scenario<Cast>> & ScenarioDeclaration<Cast, never>),
    sealcheck: "scenario",
    place: declaredAt(scenario as never),
  };
  mustMeanSomething(declared);
  return declared;
};

const fields = [
  "says",
  "protocols",
  "cast",
  "mayDo",
  "faults",
  "spared",
  "adversary",
  "bound",
  "onlySampled",
  "setUp",
  "about",
  "promises",
  "attack",
  "expects",
  "examples",
];

/** Refuses what would be left out without a word: a scenario that is never played, a fault that never comes. */
const mustMeanSomething = <Cast>(declared: Scenario<Cast>): void => {
  const { sealcheck: _, place, ...given } = declared;
  const { says, protocols, faults, bound, onlySampled, attack, expects } = given;
  mustKnowFields("the scenario", given, fields, place);
  mustKnowFields("the fault budget of the scenario", faults, faultKinds, place);
  const refuse: Refuse = (what, why, todo) => {
    throw new Mistake({ what, where: place, why, todo });
  };
  if (says.trim() === "")
    refuse(
      "the scenario says nothing",
      "reviewers choose scenarios by reading them",
      "say what happens in it",
    );
  if (protocols.length === 0)
    refuse(
      "the scenario is played under no protocol",
      "it would never run, and nobody would notice",
      "name one in protocols",
    );
  if (bound.moves === undefined || bound.moves === 0)
    refuse(
      `the scenario ${bound.moves === 0 ? "allows no move" : "does not say how many moves a story has at most"}`,
      "without one, nothing happens and nothing is put to the test",
      "add moves: a number to its bound",
    );
  if (onlySampled?.trim() === "")
    refuse(
      "the scenario is only sampled, and does not say why",
      "reviewers must know why its states are not visited",
      "say what makes them too many",
    );
  if (attack) mustBeLookedFor(declared, refuse);
  for (const [protocol, ofProtocol] of Object.entries(expects))
    for (const [id, expectation] of Object.entries(ofProtocol))
      if ("because" in expectation && expectation.because.trim() === "")
        refuse(
          `the scenario expects something of ${id} under ${protocol}, and does not say why`,
          "an expectation without a reason cannot be reviewed",
          "give the reason in plain words",
        );
};

type Refuse = (what: string, why: string, todo: string) => never;

/** An attack that could not be found, or not be compared with what was described. */
const mustBeLookedFor = <Cast>(declared: Scenario<Cast>, refuse: Refuse): void => {
  const attack = declared.attack!;
  mustKnowFields("the attack of the scenario", attack, ["source", "by"], declared.place);
  if (attack.source.trim() === "")
    refuse(
      "the scenario looks for an attack, and does not say where it is described",
      "reviewers must be able to compare",
      "name the source",
    );
  if (attack.by === undefined && declared.adversary === undefined)
    refuse(
      "the scenario looks for an attack, and does not say who attacks",
      "nobody is switched on, so it must be somebody whose moves are the protocol's own",
      "name an adversary, or say who it is in attack.by",
    );
  if (declared.about.length === 0)
    refuse(
      "the scenario looks for an attack, and is about nothing that it could break",
      "an attack is found where something breaks that the scenario is about",
      "name the invariants in about",
    );
};
