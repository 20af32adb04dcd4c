import { paragraph, ruleText, type Invariant, type PrivacyPromise } from "../promise/index.ts";
import type { RunPromise } from "./run.ts";

/** A digest, by name, of what an invariant says in code: its nouns, and all that they lean on. */
export type SourceOf = (invariant: Invariant) => Readonly<Record<string, string>>;

/** Promises as reports keep them, in the order of their ids. */
export const promisesTold = (
  promises: readonly PrivacyPromise[],
  sourceOf: SourceOf = () => ({}),
): RunPromise[] =>
  promises
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map((promise) => promiseOf(promise, sourceOf));

const promiseOf = (
  { id, title, says, source, reading, rejected, kind, invariants }: PrivacyPromise,
  sourceOf: SourceOf,
): RunPromise => ({
  id,
  title,
  says,
  source,
  reading,
  rejected,
  kind,
  invariants: invariants.map((invariant) => ({
    id: invariant.id,
    says: invariant.says,
    pattern: invariant.pattern,
    paragraph: paragraph(invariant),
    formula: ruleText(invariant.rule),
    words: sourceOf(invariant),
    facts: [...new Set(Object.values(invariant.nouns).flatMap(({ of }) => of))].toSorted(),
  })),
});
