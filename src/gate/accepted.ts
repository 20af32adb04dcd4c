import type { RunBounds, Verdict } from "../report/index.ts";

/**
 * What was reviewed and accepted: the file `accepted.json`, which is committed beside the models. The gate obeys nothing
 * else.
 */
export interface Accepted {
  readonly schema: "sealcheck.accepted/1";
  /** Who accepted what, and when; the newest last. */
  readonly log: readonly Acceptance[];
  /** Per invariant: what it said. */
  readonly meanings: Readonly<Record<string, Meaning>>;
  /** Per protocol and invariant: what was found, and on which evidence. */
  readonly standings: Readonly<Record<string, Readonly<Record<string, Evidence>>>>;
  /** Per protocol: the scenarios that were played, by name. */
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, Played>>>>;
  /** Breaks that may be there. */
  readonly findings: readonly Finding[];
}

/** A scenario as it was played. */
export interface Played {
  /** Its sentence: by this it is known again where its file has another name. */
  readonly says: string;
  readonly bounds: RunBounds;
}

/** One act of accepting. */
export interface Acceptance {
  /** A day, e.g. 2026-03-01. */
  readonly date: string;
  readonly by: string;
  readonly reason: string;
  /** What was accepted, e.g. "3 findings under announced-2021". */
  readonly what: readonly string[];
}

/** Everything that a reviewer signs of an invariant. */
export interface Meaning {
  readonly promise: string;
  readonly paragraph: string;
  readonly formula: string;
  readonly reading: string;
  /** Digests of the code of its nouns, of the facts they speak of, and of whatever these lean on. */
  readonly words: Readonly<Record<string, string>>;
}

export interface Evidence {
  readonly verdict: Verdict;
  /** How often it was put to the test. */
  readonly tested: number;
  readonly bounds: RunBounds;
}

/** Accepted breaks of one invariant under one protocol that share a reason. */
export interface Finding {
  readonly protocol: string;
  readonly invariant: string;
  readonly reason: string;
  readonly owner: string;
  /** Days: since when, and the last one on which it counts. */
  readonly accepted: string;
  readonly expires: string;
  /** Ids of causes, each with its steps for whoever reads the file. */
  readonly causes: Readonly<Record<string, readonly string[]>>;
}

/** Nothing was ever accepted. */
export const nothingAccepted: Accepted = {
  schema: "sealcheck.accepted/1",
  log: [],
  meanings: {},
  standings: {},
  scenarios: {},
  findings: [],
};
