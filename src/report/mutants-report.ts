import type { Matrix, Score, Verdict } from "../mutate/index.ts";

/** How an invariant noticed a mutant: by a story that breaks it, or because something possible never shows any more. */
export type KnownKill = { readonly by: string } & (
  | {
      readonly in: string;
      readonly moves: readonly string[];
      /** Whether no story without faults is shorter in that scenario. */
      readonly shortest: boolean;
    }
  | {
      /** In so many scenarios. */
      readonly never: number;
    }
);

/** A mutant that was tried, with what came of it, as it is kept. */
export interface KnownMutant extends Pick<
  Verdict,
  "name" | "operator" | "part" | "spot" | "diff" | "outcome"
> {
  /** `file:line`, from the folder of the project. */
  readonly at?: string | undefined;
  /** What is reported, why it was refused, or how far it is alike. */
  readonly because?: string | undefined;
  /** Of sabotage: the invariants that must notice. */
  readonly breaks?: readonly string[] | undefined;
  readonly kills?: readonly KnownKill[] | undefined;
  /** Of one that survived: the invariants that were put to the test where it was used, and in how many scenarios. */
  readonly tested?: readonly string[] | undefined;
  readonly scenarios?: number | undefined;
}

/** What one invariant has caught. */
export interface KnownBite {
  /** Mutants, sabotages among them. */
  readonly killed: number;
  /** Mutants that survived although it was put to the test around them. */
  readonly survived: number;
  readonly sabotages: number;
  /** Others that broke wherever it did. */
  readonly with: readonly string[];
}

/**
 * What mutants have shown of one version: the part of a {@link Matrix} that is committed beside the acceptances, in
 * `mutants.json`, so that the gate knows what promises would have caught, and a page can show it.
 */
export interface Teeth extends Pick<
  Matrix,
  | "models"
  | "declared"
  | "effort"
  | "complete"
  | "untried"
  | "generic"
  | "sabotages"
  | "unasked"
  | "toothless"
> {
  readonly invariants: Readonly<Record<string, KnownBite>>;
  readonly parts: Readonly<Record<string, Score>>;
  /** Mutants that nobody noticed, each with the reason why it may be so; "" where nobody gave one. */
  readonly survivors: Readonly<Record<string, string>>;
  /** Sabotages that were not noticed, each with the invariants that should have. */
  readonly unnoticed: Readonly<Record<string, readonly string[]>>;
  readonly mutants: readonly KnownMutant[];
}

/** What a page shows of the mutants of one version. */
export interface MutantsOf extends Teeth {
  readonly protocol: string;
  /** Whether they were made of other models than the report is about. */
  readonly otherModels: boolean;
  /** Whether sabotages or accepted survivors have changed since. */
  readonly otherDeclared: boolean;
}

/** What a page shows of mutants, version by version. */
export interface MutantsPage {
  readonly versions: readonly MutantsOf[];
}
