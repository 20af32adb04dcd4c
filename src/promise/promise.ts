import { declaredAt, Mistake, type Place } from "../mistake.ts";
import type { Invariant, Pattern } from "./invariant.ts";

/** A promise: a sentence that people were given, and the invariants that make it checkable. */
export interface PrivacyPromise {
  readonly sealcheck: "promise";
  readonly id: string;
  readonly title: string;
  /** The promise in our own words. */
  readonly says: string;
  /** Where it was made, e.g. "announcement, S4, S5". */
  readonly source: string;
  /** The statements of the source it answers to, e.g. ["S4", "S5"]. */
  readonly statements: readonly string[];
  /** How we read it where it is vague, and what we rejected. */
  readonly reading: string | undefined;
  readonly rejected: string | undefined;
  /** Privacy promises were made to people; service promises keep privacy from being had by doing nothing. */
  readonly kind: "privacy" | "service";
  readonly invariants: readonly Invariant[];
  readonly place: Place | undefined;
}

interface PromiseDeclaration {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly source: string;
  readonly statements?: readonly string[];
  readonly reading?: string;
  readonly rejected?: string;
  readonly kind?: "privacy" | "service";
  readonly invariants: Readonly<Record<string, Pattern>>;
}

/** Declares a promise. One promise a file. */
export const promise = (declaration: PromiseDeclaration): PrivacyPromise => {
  const { invariants, statements, reading, rejected, kind = "privacy", ...rest } = declaration;
  const place = declaredAt(promise as never);
  if (Object.keys(invariants).length === 0)
    throw new Mistake({
      what: `promise ${rest.id} has no invariant`,
      where: place,
      why: "a promise that nothing checks would pass",
      todo: "state at least one invariant",
    });
  const sentences = {
    [`promise ${rest.id} has no title`]: rest.title,
    [`promise ${rest.id} says nothing`]: rest.says,
    [`promise ${rest.id} has no source`]: rest.source,
    ...Object.fromEntries(
      Object.entries(invariants).map(([id, { says }]) => [`invariant ${id} says nothing`, says]),
    ),
  };
  for (const [what, text] of Object.entries(sentences))
    if ((text ?? "").trim() === "")
      throw new Mistake({
        what,
        where: place,
        why: "reviewers sign promises by reading them",
        todo: "put it in plain words",
      });
  return {
    ...rest,
    sealcheck: "promise",
    statements: statements ?? rest.source.match(/\bS\d+\b/g) ?? [],
    reading,
    rejected,
    kind,
    invariants: Object.entries(invariants).map(([id, pattern]) => ({ ...pattern, id })),
    place,
  };
};
