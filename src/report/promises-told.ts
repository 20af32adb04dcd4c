import type { PrivacyPromise } from "../promise/index.ts";
import type { RunPromise } from "./run.ts";

/** Promises as reports keep them, in the order of their ids. */
export const promisesTold = (promises: readonly PrivacyPromise[]): RunPromise[] =>
  promises.toSorted((left, right) => (left.id < right.id ? -1 : 1)).map(promiseOf);

const promiseOf = ({ id, title, says, source, kind, invariants }: PrivacyPromise): RunPromise => ({
  id,
  title,
  says,
  source,
  kind,
  invariants: invariants.map((invariant) => ({
    id: invariant.id,
    says: invariant.says,
    pattern: invariant.pattern,
    facts: [...new Set(Object.values(invariant.nouns).flatMap(({ of }) => of))].toSorted(),
  })),
});
