import type { Place } from "../mistake.ts";
import type { Noun } from "./noun.ts";
import type { Rule } from "./rule.ts";

export type PatternName =
  | "never"
  | "always"
  | "before"
  | "since"
  | "atMostOnce"
  | "within"
  | "notBefore"
  | "leadsTo"
  | "possible"
  | "confined"
  | "indistinguishable";

/** A pattern filled in, before a promise gives it an id. */
export interface Pattern {
  readonly pattern: PatternName;
  readonly says: string;
  /** The nouns by the role they play; each is one proposition. */
  readonly nouns: Readonly<Record<string, Noun>>;
  /** The fields that facts must share to concern each other. */
  readonly forTheSame: readonly string[];
  readonly duration: number;
  readonly rule: Rule;
  readonly place: Place | undefined;
}

/** One checkable statement of a promise. */
export interface Invariant extends Pattern {
  readonly id: string;
}
