import type { MessagePort } from "node:worker_threads";
import type { MistakeText } from "../mistake.ts";
import type { Verdict } from "../mutate/index.ts";
import type { Account } from "../report/index.ts";
import type {
  AttackAsk,
  Chunk,
  ChunkResult,
  SearchOutcome,
  SelfTest,
  TableSize,
  VersionDifference,
  Visited,
} from "../search/index.ts";
import type { Saving } from "./checkpoint/index.ts";
import type { TaskName } from "./project/project.ts";
import type { Asked } from "./version-pairs.ts";

/** What a worker thread is told before its first job. */
export interface WorkerStart {
  /** The working directory of the project. */
  readonly cwd: string;
}

/** What a worker thread is asked to do; plain data. */
export type Job =
  | { readonly kind: "chunk"; readonly task: TaskName; readonly chunk: Chunk }
  | {
      readonly kind: "merge";
      readonly task: TaskName;
      readonly chunks: readonly ChunkResult[];
      readonly partial: boolean;
      /** Whether every cause of a break is asked for. */
      readonly causes: boolean;
      /** Stories that are tried before what the chunks found. */
      readonly tried: readonly (readonly string[])[];
    }
  | {
      readonly kind: "exhaust";
      readonly task: TaskName;
      readonly together: boolean;
      readonly sliced: boolean;
      readonly symmetry: boolean;
      readonly causes: boolean;
      /** Where the search ends although it is not done. */
      readonly states: number;
      readonly bytes: number;
      /** Whether to end at once when it becomes clear that it will come to more states. */
      readonly onlySmall: boolean;
      /** Of a {@link Board}. */
      readonly board: SharedArrayBuffer;
      /** Where the search is saved and goes on from, if that is asked for. */
      readonly saving: Saving | undefined;
      /** Leads to a thread that keeps the states, if one is to spare. */
      readonly keeper: MessagePort | undefined;
    }
  | {
      readonly kind: "attack";
      readonly task: TaskName;
      readonly ask: AttackAsk;
      /** Where the search ends although it is not done. */
      readonly states: number;
      /** Of a {@link Board}. */
      readonly board: SharedArrayBuffer;
    }
  | {
      readonly kind: "keep";
      /** Leads to the thread that searches. */
      readonly searcher: MessagePort;
    }
  | {
      /** Two versions in one story. */
      readonly kind: "compare";
      readonly sides: SidesName;
      readonly asked: Asked;
      /** The place of the story among all that are compared. */
      readonly at: number;
      /** Of each version, after which it is only sampled. */
      readonly states: number;
    }
  | {
      readonly kind: "selfTest";
      readonly task: TaskName;
      readonly seed: number;
      readonly steps: number;
    }
  | MutantJob;

/** Where a thread finds the two sides of a comparison; one folder where one project declares both. */
export interface SidesName {
  readonly base: string;
  readonly head: string;
}

/** Names the mutants of a protocol, or tries one of them. */
export type MutantJob =
  | { readonly kind: "mutants"; readonly protocol: string }
  | { readonly kind: "mutant"; readonly protocol: string; readonly name: string };

/** What each kind of job answers. */
export interface Answers {
  readonly chunk: { readonly result: ChunkResult; readonly tables: readonly TableSize[] };
  readonly merge: { readonly outcome: SearchOutcome; readonly accounts: readonly Account[] };
  readonly exhaust: {
    readonly outcome: SearchOutcome;
    readonly accounts: readonly Account[];
    readonly tables: readonly TableSize[];
    /** The most that states took at a time. */
    readonly bytes: number;
  };
  readonly attack: Visited;
  readonly keep: undefined;
  readonly compare: VersionDifference;
  readonly selfTest: SelfTest;
  readonly mutants: MutantNames;
  readonly mutant: Verdict;
}

/**
 * All mutants of a protocol, the events that never come where a mutant could take them, and the invariants that it breaks
 * by itself.
 */
export interface MutantNames {
  readonly mutants: readonly MutantName[];
  readonly unasked: readonly string[];
  readonly broken: readonly string[];
}

/** A mutant by its name, and what it is known by in a cache. */
export interface MutantName {
  readonly name: string;
  readonly text: string;
}
export type Answer<Kind extends Job["kind"]> = Answers[Kind];

/** A failure in a form that can travel between threads. */
export type Failure =
  | { readonly kind: "mistake"; readonly text: MistakeText }
  | { readonly kind: "internal"; readonly message: string };

export type Reply =
  | { readonly ok: true; readonly answer: Answers[keyof Answers] }
  | { readonly ok: false; readonly failure: Failure };
