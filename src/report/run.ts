import type { Fact } from "../promise/index.ts";
import type {
  BrokenAt,
  CurvePoint,
  Exhaustion,
  Prevented,
  Relation,
  RunShapes,
  Shortest,
  ToldDerivation,
  ToldPair,
  ToldStep,
} from "../search/index.ts";
import type { LedgerStatus } from "./ledger-status.ts";
import type { Expected, Met, Verdict } from "./verdict.ts";

/**
 * What a run found: the one document that every view renders, `run.json`. Plain data, the same byte for byte for the
 * same project, seed and number of runs, whatever the machine and the number of workers; so it holds no time and no
 * rate. Those are in {@link Telemetry}.
 */
export interface RunReport {
  readonly schema: "sealcheck.run/1";
  /** Of sealcheck. */
  readonly version: string;
  readonly seed: number;
  /** Random runs asked for per task that was not searched exhaustively. */
  readonly runs: number;
  /** Whether every cause of a break was looked for; otherwise one trace tells each kind of break. */
  readonly causes: boolean;
  /** Whether the search was stopped before it was done. */
  readonly partial: boolean;
  /** Whether every scenario of the project was searched under all its protocols, save what is left out. */
  readonly whole: boolean;
  /** Scenarios whose states are too many to visit, so that a search which visits every state did not begin with them. */
  readonly leftOut: readonly RunLeftOut[];
  /** Of the sources of models and scenarios, and the version of XState that gives them meaning; SHA-256 in hex. */
  readonly modelHash: string;
  readonly promises: readonly RunPromise[];
  readonly protocols: readonly RunProtocol[];
  readonly tasks: readonly RunTask[];
  /** Every confirmed break, by its key. */
  readonly traces: readonly RunTrace[];
  readonly ledger: RunLedger | undefined;
  /** What the parts of all protocols but variants declare, and what of it came up under any protocol. */
  readonly coverage: RunCoverage & RunExercise;
}

export interface RunLeftOut {
  readonly scenario: string;
  readonly protocol: string;
  readonly because: string;
}

export interface RunPromise {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly source: string;
  /** How it is read where it is vague, and what was rejected. */
  readonly reading: string | undefined;
  readonly rejected: string | undefined;
  readonly kind: "privacy" | "service";
  readonly invariants: readonly {
    readonly id: string;
    readonly says: string;
    readonly pattern: string;
    /** What exactly is checked: in words, as a formula over its nouns, and a digest of the code of these, by name. */
    readonly paragraph: string;
    readonly formula: string;
    readonly words: Readonly<Record<string, string>>;
    /** Types of the facts that it speaks of. */
    readonly facts: readonly string[];
  }[];
}

/** One version of the protocol, and what all scenarios together say about it. */
export interface RunProtocol {
  readonly name: string;
  readonly says: string;
  readonly assumptions: readonly string[];
  /** Made for single scenarios and declared beside them: nobody asks it to put every promise to the test. */
  readonly variant: boolean;
  readonly invariants: readonly ProtocolInvariant[];
  /** What its parts declare, and what of it came up under this protocol. */
  readonly coverage: RunCoverage;
}

export interface ProtocolInvariant {
  readonly id: string;
  readonly promise: string;
  readonly says: string;
  readonly verdict: Verdict;
  /** Why it cannot come up, where the protocol says so. */
  readonly because: string | undefined;
  /** How often it was put to the test, in all runs. */
  readonly tested: number;
  readonly runs: number;
  /** The widest limits under which it was put to the test. */
  readonly bounds: RunBounds;
  /** Scenarios that put it to the test. */
  readonly scenarios: readonly string[];
  /** Keys of the traces that break it. */
  readonly traces: readonly string[];
  /** Said not to come up, and did. */
  readonly unexpected: boolean;
  /** Nothing put it to the test although everything was searched, or the search ended too early to tell. */
  readonly insufficient: boolean;
}

/** How far runs went: moves that somebody chose, how often each of them was free, how often a thing could go wrong. */
export interface RunBounds {
  /** Undefined: as many as the limits allow. */
  readonly moves: number | undefined;
  readonly limits: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  /** Whether no two kinds of fault came together. */
  readonly oneKindOfFault: boolean;
  /** Whether of those who are alike only some acted at a time. */
  readonly sliced: boolean;
}

/** One scenario under one protocol. */
export interface RunTask {
  readonly scenario: string;
  readonly says: string;
  readonly protocol: string;
  readonly status: "passed" | "failed" | "insufficient" | "skipped";
  readonly runs: number;
  /** Whether earlier runs led later ones to what is rare. */
  readonly guided: boolean;
  readonly moves: number;
  readonly partial: boolean;
  /** What an exhaustive search covered; undefined after random runs. */
  readonly exhaustion: Exhaustion | undefined;
  /** How far two runs were compared, for each invariant about two. */
  readonly relations: readonly Relation[];
  readonly bounds: RunBounds;
  readonly invariants: readonly TaskInvariant[];
  /** Runs in which not everything had come to rest, so that open obligations were not judged. */
  readonly unsettled: number;
  /** Moves refused because a channel was full. */
  readonly blocked: number;
  /** Events that a reached state silently ignores. */
  readonly ignored: readonly string[];
  /** Types of the facts that were stated. */
  readonly facts: readonly string[];
  /** What the scenario lets people do and nobody has under this protocol, e.g. "policy authority.announce". */
  readonly lacks: readonly string[];
  readonly exercise: RunTaskExercise;
}

/** Which moves a search made, and what its runs were like. */
export interface RunTaskExercise {
  /** By name: how often each was made, those among them that the scenario allows and nobody made. */
  readonly moves: Readonly<Record<string, number>>;
  /** How the supply of new states held out. */
  readonly curve: readonly CurvePoint[];
  /** Undefined where every state was visited instead. */
  readonly runs: RunShapes | undefined;
}

export interface TaskInvariant {
  readonly id: string;
  readonly verdict: Verdict;
  readonly tested: number;
  readonly expected: Expected;
  readonly because: string | undefined;
  readonly met: Met;
  /** Whether the scenario is about it, and so must put it to the test. */
  readonly about: boolean;
  readonly traces: readonly string[];
}

/** A confirmed break, made minimal. */
export interface RunTrace {
  /** Names its file below `traces/`, e.g. `lending/return-late.trusting.P1.a`. */
  readonly key: string;
  readonly scenario: string;
  readonly protocol: string;
  readonly invariant: string;
  /** Whether the scenario expects this break. */
  readonly expected: boolean;
  readonly because: string | undefined;
  readonly binding: Fields;
  readonly setUp: readonly string[];
  /** After the set-up, before the first move. */
  readonly start: Standing;
  /** Enough to replay it, by name. */
  readonly moves: readonly string[];
  readonly steps: readonly RunStep[];
  /** From 1; "end": something is still owed when nothing more can happen. */
  readonly brokenAt: BrokenAt;
  /** From 1; the moves from here on can repeat for ever. */
  readonly repeatsFrom: number | undefined;
  readonly fact: Fact | undefined;
  /** The steps (from 1) that led to the break; the others could have been otherwise. Undefined where it is not known. */
  readonly mattered: readonly number[] | undefined;
  /** The nearest story that does not break, if one was found. */
  readonly prevented: Prevented | undefined;
  /** How the reader came to know the message, where that is the break. */
  readonly derivation: ToldDerivation | undefined;
  /** Both runs side by side, where two are compared. The steps above are then the first run's, or who moves alone's. */
  readonly pair: ToldPair | undefined;
  /** Who can read what in the end, the names of messages by coalition. */
  readonly readers: Readonly<Record<string, readonly string[]>>;
  readonly foundInRun: number;
  /** Among which stories no other with fewer moves breaks it. */
  readonly shortest: Shortest;
  readonly foundWith: number;
  /** Why it breaks: the steps without which it would not, by what they did. Two traces with the same ones have one id. */
  readonly cause: { readonly id: string; readonly steps: readonly string[] };
  /** The transition that brought about what breaks it, and where it is declared. */
  readonly by: RunBlame | undefined;
  readonly token: string;
}

/** A transition of a kind of part; its file is told from the folder of the project. */
export interface RunBlame {
  readonly part: string;
  readonly transition: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** A move on live actors, with what was so because of it and which parts changed their state. */
export interface RunStep extends ToldStep {
  readonly changes: readonly StateChange[];
}

/** A part that is in another state than before; states by their dotted names. */
export interface StateChange {
  readonly part: string;
  readonly from: string;
  readonly to: string;
}

/** How things stand at one moment. */
export interface Standing {
  /** The state of every part, by its dotted name. */
  readonly parts: Readonly<Record<string, string>>;
  /** Who can read what, the names of messages by coalition. */
  readonly readers: Readonly<Record<string, readonly string[]>>;
}

export type Fields = Readonly<Record<string, string | number | boolean>>;

/** States, transitions and intents that parts declare, and those that a reader should know of. */
export interface RunCoverage {
  readonly declared: number;
  /** How many of them came up. */
  readonly seen: number;
  /** Those that did not, without what merely follows from others, and those that did and should not have. */
  readonly noted: readonly RunCovered[];
}

/**
 * Where something stands that a part declares. Two of these fail: it is `dead` when every scenario of the project was
 * visited completely, none can bring it about, and its part does not say why; it is `contradicted` when its part says
 * that it never comes up, and it did. Otherwise it `never` comes up in the scenarios that were searched, all of them
 * completely; or it was `not seen`, and not all were; or it was not seen either, and its part has `explained` why.
 */
export type CoverageStanding = "dead" | "contradicted" | "never" | "not seen" | "explained";

export interface RunCovered {
  /** The kind of part. */
  readonly part: string;
  readonly what: "state" | "transition" | "intent";
  readonly name: string;
  readonly standing: CoverageStanding;
  /** Why it never comes up, where the part says so. */
  readonly because: string | undefined;
}

/** What all searches together made of what there is to be exercised. */
export interface RunExercise {
  readonly parts: readonly RunPartExercise[];
  /** By type, whether a fact was stated; those that parts can state are all there. */
  readonly facts: Readonly<Record<string, boolean>>;
  /**
   * By invariant whose monitors have something to remember, to how many different states these came; 1: they never left
   * the one in which they begin.
   */
  readonly monitors: Readonly<Record<string, number>>;
}

/** How often everything came up that a kind of part declares. */
export interface RunPartExercise {
  readonly part: string;
  /** Different pairs of a local state and an event. */
  readonly pairs: number;
  /** Events that were heard in a state, or led to it or through it. */
  readonly states: Readonly<Record<string, number>>;
  readonly transitions: Readonly<Record<string, number>>;
  readonly intents: Readonly<Record<string, number>>;
  /** By transition, how often its guard let pass, and how often it did not. */
  readonly guards: Readonly<Record<string, { readonly passed: number; readonly refused: number }>>;
}

/** What became of every statement of the source. */
export interface RunLedger {
  readonly source: string;
  readonly rows: readonly {
    readonly statement: string;
    readonly says: string;
    readonly checkedBy: readonly string[];
    /** Per protocol, variants left out. */
    readonly status: Readonly<Record<string, LedgerStatus>>;
    readonly truthGap: { readonly of: string; readonly acceptedBecause: string } | undefined;
    readonly notYetChecked: string | undefined;
    readonly notCheckable: string | undefined;
  }[];
}
