import { declaredAt, type Place } from "../mistake.ts";
import type { Expectation } from "../promise/index.ts";
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
export type FaultKind = (typeof faultKinds)[number];

/** How far a scenario goes. `moves` bounds a trace; every other name is a limit that intents refer to. */
export type Bound = { readonly moves: number } & Readonly<Record<string, number>>;

/** Who does what: a cast, the freedom it has, what may go wrong, how far it goes, and what should come of it. */
export interface Scenario<Cast = unknown> {
  readonly sealcheck: "scenario";
  /** What happens here, in a sentence or two. */
  readonly says: string;
  readonly protocols: readonly Protocol<Cast>[];
  readonly cast: Cast;
  /** Which intents each party has: keys are units, owners or part names; values are event types. */
  readonly mayDo: Readonly<Record<string, readonly string[]>>;
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** Units that never go offline, crash or have a wrong clock; printed as an assumption. */
  readonly spared: readonly string[];
  readonly bound: Bound;
  /** Named moves made before the story begins; they count towards nothing. */
  readonly setUp: readonly string[];
  /** Invariants that this scenario must put to the test. */
  readonly about: readonly string[];
  /** Per protocol name and invariant; what is not named is expected to hold. */
  readonly expects: Readonly<Record<string, Readonly<Record<string, Expectation>>>>;
  /** A frozen counterexample: moves by name, tried first in every run, per protocol name. */
  readonly examples: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly place: Place | undefined;
}

type ScenarioDeclaration<Cast> = Pick<
  Scenario<Cast>,
  "says" | "protocols" | "cast" | "mayDo" | "bound"
> &
  Partial<Pick<Scenario<Cast>, "faults" | "spared" | "setUp" | "about" | "expects" | "examples">>;

/** Declares a scenario: a cast, not a script. Its name is the name of its file. */
export const scenario = <Cast>(declaration: ScenarioDeclaration<Cast>): Scenario<Cast> => ({
  faults: {},
  spared: [],
  setUp: [],
  about: [],
  expects: {},
  examples: {},
  ...declaration,
  sealcheck: "scenario",
  place: declaredAt(scenario as never),
});
