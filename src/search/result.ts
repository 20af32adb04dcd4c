import type { Fact } from "../promise/index.ts";
import type { Literal } from "../term/index.ts";
import type { ToldPair } from "./relational/told-pair.ts";
import type { Cause } from "./cause.ts";

/** One move of a confirmed trace, as it happened on live actors. */
export interface ToldStep {
  readonly move: string;
  /** What was so because of it, in order. */
  readonly facts: readonly Fact[];
  /** How the adversary came by what they made up, where the move is theirs. */
  readonly made?: ToldDerivation;
}

/** How somebody came to know something: observed, or opened or composed from other things. */
export interface ToldDerivation {
  readonly term: string;
  readonly how: string;
  /** The step of the trace (from 1) at which it was observed; 0 = known from the start or during the set-up. */
  readonly at?: number;
  readonly from: readonly ToldDerivation[];
}

/**
 * The step (from 1) that breaks an invariant; "end": something is still owed when nothing more can happen; "for ever":
 * something stays owed although things go on happening and everybody is treated fairly.
 */
export type BrokenAt = number | "end" | "for ever";

export type Shortest = "not known" | "in its slice" | "of all";

/** What would have prevented a break: steps count from 1. */
export type Prevented =
  /** The step before this one, had it come after it. */
  | { readonly by: "order"; readonly step: number }
  /** One more move, had it been made before this step. */
  | { readonly by: "move"; readonly step: number; readonly move: string };

/** A broken invariant, confirmed on live actors. */
export interface Counterexample {
  readonly scenario: string;
  readonly protocol: string;
  readonly invariant: string;
  /** Which person, business, message … it is about. */
  readonly binding: Readonly<Record<string, Literal>>;
  /** Named moves of the scenario's set-up, made before the first step. */
  readonly setUp: readonly string[];
  readonly steps: readonly ToldStep[];
  readonly brokenAt: BrokenAt;
  /** The step (from 1) with which the moves begin that can repeat for ever, where that is the break. */
  readonly repeatsFrom: number | undefined;
  /** Moves of the trace that search found, before it was made minimal. */
  readonly foundWith: number;
  /** The random run (from 1) that found it; 0 = a frozen example, or no random search. */
  readonly foundInRun: number;
  /**
   * Where an exhaustive search has shown that no trace of fewer moves breaks the same: nowhere, among traces in which
   * only those act who act in this one, or among all.
   */
  readonly shortest: Shortest;
  /** The fact that breaks it, for invariants about a fact. */
  readonly fact: Fact | undefined;
  /** The steps (from 1) that led to the break; the others could have been otherwise. Undefined where it is not known. */
  readonly mattered: readonly number[] | undefined;
  /** The nearest story that does not break, if one was found. */
  readonly prevented: Prevented | undefined;
  /** How the reader came to know the message, where the breaking fact is `learned`. */
  readonly derivation: ToldDerivation | undefined;
  /** Both runs side by side, for invariants about two. The steps above are the first run's. */
  readonly pair: ToldPair | undefined;
  readonly cause: Cause;
  /** Opaque, replays on any machine. */
  readonly token: string;
}

/** Why an exhaustive search ended before it had visited everything. */
export type Stopped = "time" | "states" | "memory" | "interrupted";

/** Names that look alike and are not interchangeable, and what tells them apart. */
export interface Difference {
  readonly names: readonly (readonly string[])[];
  readonly because: string;
}

/** The use that an exhaustive search made of names that can take each other's place. */
export interface SymmetryUse {
  /** Sets of names; within each, any may stand for any other. Empty where nothing is interchangeable. */
  readonly interchangeable: readonly (readonly string[])[];
  /** How many permutations of names there are; 1 where nothing is interchangeable. */
  readonly permutations: number;
  /** States that were visited; each stands for all that differ from it by a permutation. */
  readonly visited: number;
  readonly different: readonly Difference[];
}

/** One exhaustive search under one choice of faults. */
export interface Pass {
  /** What could go wrong in it, how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** Parts that did nothing of their own accord, where only a slice of the task was searched. */
  readonly still: readonly string[];
  /** Different states that were reached. */
  readonly states: number;
  /** Moves that were made, over all states whose turn came. */
  readonly transitions: number;
  /** Moves to the state that was reached last. */
  readonly depth: number;
  /** States in which nothing more happens by itself; open obligations were judged there. */
  readonly resting: number;
  /** States in which something would happen by itself and nothing can, for want of room in channels. */
  readonly jammed: number;
  /** Whether every reachable state was visited. */
  readonly complete: boolean;
  /** What was saved by symmetry; all other figures count what it saved, too. Undefined where it was switched off. */
  readonly symmetry: SymmetryUse | undefined;
}

/** What an exhaustive search covered; with `stopped` undefined, everything within the limits. */
export interface Exhaustion {
  readonly passes: readonly Pass[];
  readonly stopped: Stopped | undefined;
  /** Invariants that the slices say nothing final about, where only slices were searched. */
  readonly unsliced: readonly string[];
}

/** Something that a kind of part declares, and whether a search has come to it. */
export interface Covered {
  /** The kind of part. */
  readonly part: string;
  /** A state that was active, a transition that was taken, an intent that somebody followed. */
  readonly what: "state" | "transition" | "intent";
  readonly name: string;
  readonly seen: boolean;
  /**
   * How often: for a state, events that were heard in it or led to it or through it; for a transition or an intent, how
   * often it was taken or followed.
   */
  readonly times: number;
  /** Why it never comes up, where the part says that it does not. */
  readonly because: string | undefined;
}

/** A guard of a transition: how often it was asked and let pass, and how often it did not. */
export interface GuardUse {
  /** The kind of part. */
  readonly part: string;
  readonly transition: string;
  readonly passed: number;
  readonly refused: number;
}

/** How a search's supply of new states held out. */
export interface CurvePoint {
  /** Moves made so far. */
  readonly moves: number;
  /** States that were looked at so far: one in so many after random moves, else each. */
  readonly looked: number;
  /** How many different ones there were among these. */
  readonly different: number;
}

/** By value, how many runs had it. */
export interface Histogram {
  /** Values from one multiple of this up to the next share a bar. */
  readonly width: number;
  readonly runs: readonly number[];
}

/** What random runs were like. */
export interface RunShapes {
  readonly made: number;
  /** How many of them made other moves than every other one. */
  readonly different: number;
  /** By feature: moves, choices, and failures and attacks where there can be any. */
  readonly features: Readonly<Record<string, Histogram>>;
}

/** What a search made of what there is to be exercised, beside what parts declare. */
export interface Exercise {
  /** By kind of part: fingerprints of the pairs of a local state and an event that came up, ascending. */
  readonly pairs: Readonly<Record<string, readonly number[]>>;
  readonly guards: readonly GuardUse[];
  /** By type: whether facts were stated, those among them that were not but can be. */
  readonly facts: Readonly<Record<string, boolean>>;
  /** By invariant whose monitors have something to remember: fingerprints of the states that they came to, ascending. */
  readonly monitors: Readonly<Record<string, readonly number[]>>;
  /** By name: how often each move was made, those among them that the scenario allows and nobody made. */
  readonly moves: Readonly<Record<string, number>>;
  readonly curve: readonly CurvePoint[];
  /** Undefined where every state was visited instead. */
  readonly runs: RunShapes | undefined;
}

/** How far two runs were compared for one invariant. */
export interface Relation {
  readonly invariant: string;
  /** Who was to tell them apart. */
  readonly observers: readonly string[];
  /** Whether all pairs of states were visited that two runs can come to under one schedule; else pairs were drawn. */
  readonly exhaustive: boolean;
  /** Pairs of states that were visited, or pairs of runs that were drawn. */
  readonly pairs: number;
  /** Pairs that could not be compared within the bounds. */
  readonly unresolved: number;
  readonly stopped: Stopped | undefined;
}

/** What one search of one scenario under one protocol found. Plain data, the same for any number of workers. */
export interface SearchOutcome {
  readonly scenario: string;
  readonly protocol: string;
  readonly runs: number;
  /** Whether earlier runs led later ones. */
  readonly guided: boolean;
  /** What the scenario lets people do that nobody has under this protocol, e.g. "policy authority.announce". */
  readonly lacks: readonly string[];
  readonly moves: number;
  /** True when the search was stopped before it was done. */
  readonly partial: boolean;
  /** What an exhaustive search covered; undefined after a random one. */
  readonly exhaustion: Exhaustion | undefined;
  /** Per invariant: how often it was put to the test. */
  readonly tested: Readonly<Record<string, number>>;
  /** Invariants of the kind "possible" that were seen, each confirmed on live actors. */
  readonly witnessed: readonly string[];
  readonly counterexamples: readonly Counterexample[];
  /** Of the invariants about two runs, those that were searched. */
  readonly relations: readonly Relation[];
  /** Runs that had not come to rest when their drain was cut off; obligations were not judged there. */
  readonly unsettled: number;
  /** Moves refused because a bounded channel was full. */
  readonly blocked: number;
  /** Events that a reached state silently ignores. */
  readonly ignored: readonly string[];
  /** Fact types that were stated at least once. */
  readonly facts: readonly string[];
  /** Everything that the parts of the composition declare. */
  readonly coverage: readonly Covered[];
  readonly exercise: Exercise;
}

/** Sizes and use of the tables behind a search; for telemetry, never for verdicts. */
export interface TableSize {
  readonly name: string;
  readonly states: number;
  readonly entries: number;
  readonly computed: number;
}
