import type { Diagram } from "../machine/index.ts";
import type { Fact } from "../promise/index.ts";
import type { MoveNature } from "../world/move-nature.ts";
import type { ToldDerivation } from "../search/index.ts";

/**
 * What is to be seen at every step of the traces of a run, beside what `run.json` tells: where parts, channels, stores,
 * knowledge and promises stand. It follows from the traces and the models and decides nothing; `scenes.json`, beside
 * `run.json`, lets a page be made again without the models.
 */
export interface Scenes {
  readonly schema: "sealcheck.scenes/1";
  /** SHA-256 of the `run.json` that they belong to, in hex. */
  readonly of: string;
  readonly stages: readonly Stage[];
  /** One for each trace of the run, in the same order; of two runs the first. */
  readonly scenes: readonly Scene[];
  /** The second of two runs, by the place of its trace. */
  readonly seconds: Readonly<Record<number, Scene>>;
  readonly machines: readonly MachineDrawing[];
}

/** Who and what there is in a scenario under a protocol, and how everything stands before the first move. */
export interface Stage {
  readonly scenario: string;
  readonly protocol: string;
  readonly parts: readonly StagePart[];
  readonly channels: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly coalitions: readonly string[];
  readonly stores: readonly { readonly name: string; readonly owner: string }[];
  readonly start: Moment;
}

export interface StagePart {
  readonly name: string;
  /** What crashes and goes offline together: a lifeline. */
  readonly unit: string;
  /** The coalition that sees what it receives. */
  readonly owner: string;
  /** Its machine, in {@link Scenes.machines}. */
  readonly machine: number;
}

/** Everything of the world at one moment, by section and name. A name that is missing stands for nothing. */
export interface Moment {
  /** The active states of every part, innermost only. */
  readonly parts: Entries<readonly string[]>;
  /** What parts remember beside their states. */
  readonly memory: Entries<Readonly<Record<string, unknown>>>;
  /** Messages under way, in order. */
  readonly channels: Entries<readonly Carried[]>;
  /** What stores hold, oldest first. */
  readonly stores: Entries<readonly string[]>;
  /** By coalition and message: can it be read, or is only a locked copy there? */
  readonly knowledge: Entries<Readonly<Record<string, "reads" | "holds">>>;
  /** Timers that run, and how long they still do. */
  readonly timers: Entries<number>;
  readonly offline: Entries<true>;
  /** What has become of each promise so far. */
  readonly promises: Entries<PromiseStanding>;
}

type Entries<Value> = Readonly<Record<string, Value>>;

/** The entries that are otherwise than before; null for what is gone. */
export type Changes = {
  readonly [Section in keyof Moment]?: Readonly<Record<string, Moment[Section][string] | null>>;
};

/** A message under way, or one that was just taken. */
export interface Carried {
  readonly to: string;
  readonly event: string;
  readonly term: string;
  /** The messages inside, however deep. */
  readonly bodies: readonly string[];
}

export interface PromiseStanding {
  /** How often it was put to the test so far. */
  readonly tested: number;
  /** For whom it is broken, in words. */
  readonly broken: readonly string[];
  /** For whom something is still owed. */
  readonly owed: readonly string[];
}

/** A trace, step by step. */
export interface Scene {
  /** In {@link Scenes.stages}. */
  readonly stage: number;
  readonly steps: readonly SceneStep[];
  /** How each coalition came to read each message that it learned in the trace. */
  readonly reasons: readonly Reason[];
}

export interface SceneStep {
  /** The message that was taken off a channel. */
  readonly taken: (Carried & { readonly channel: string }) | undefined;
  readonly sent: readonly (Carried & { readonly channel: string })[];
  /** What each coalition came to see, by the labels of terms. */
  readonly observed: readonly { readonly by: string; readonly term: string }[];
  /** Transitions that were taken, by part. */
  readonly fired: Readonly<Record<string, readonly string[]>>;
  readonly changed: Changes;
}

export interface Reason {
  readonly by: string;
  readonly message: string;
  /** From 1. */
  readonly step: number;
  readonly derivation: ToldDerivation;
}

/** One kind of part with its machine, where it is declared, and what it means for the promises. */
export interface MachineDrawing {
  readonly kind: string;
  /** From the folder of the project. */
  readonly place: { readonly file: string; readonly line: number } | undefined;
  readonly diagram: Diagram;
  /** Types of the facts that it can state. */
  readonly states: readonly string[];
  /** What people may decide to do with it. */
  readonly intents: readonly string[];
  /** Undefined where no layout was found: the states are then listed. */
  readonly layout: ChartLayout | undefined;
}

/** Where everything of a chart lies, in pixels from its left upper corner. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** By the name of the state. */
  readonly states: Readonly<Record<string, Box>>;
  readonly edges: readonly ChartEdge[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Transitions between the same two states that share one line. */
export interface ChartEdge {
  readonly transitions: readonly string[];
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly label: (Box & { readonly lines: readonly string[] }) | undefined;
}

/** One move that may be made at some moment, as an explorer offers it. */
export interface Offer {
  readonly move: string;
  readonly nature: MoveNature;
  /** Invariants that it would break. */
  readonly breaks: readonly string[];
}

/** What an explorer knows of a list of moves. */
export interface Explored {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly facts: readonly (readonly Fact[])[];
  /** What may happen next. */
  readonly offers: readonly Offer[];
  /** Every promise that the moves break, the step that breaks it, and for whom. */
  readonly broken: readonly {
    readonly invariant: string;
    readonly at: number | "end";
    readonly binding: Readonly<Record<string, string | number | boolean>>;
    readonly fact: Fact | undefined;
  }[];
  /** Whether nothing more happens by itself. */
  readonly atRest: boolean;
}
