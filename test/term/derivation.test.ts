import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  body,
  dh,
  encrypt,
  explain,
  hash,
  NaiveKnowledge,
  pair,
  publicKey,
  secret,
  type Derivation,
  type Observation,
  type Term,
} from "../../src/term/index.ts";
import { flaws, latestUsed } from "./derivation-checker.ts";
import { observations, subterms } from "./random-terms.ts";

test("a derivation is given exactly for what follows, and every step of it is a rule", () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(observations, ({ pool, observed }) => {
      const told: Observation[] = observed.map((term, at) => ({ term, at }));
      const naive = new NaiveKnowledge();
      for (const term of observed) naive.observe(term);
      for (const goal of subterms(...pool)) {
        const derivation = explain(told, goal);
        expect(derivation !== undefined, goal.label).toBe(naive.derives(goal));
        if (!derivation) continue;
        expect(derivation.term).toBe(goal);
        expect(flaws(derivation, told)).toEqual([]);
        met.set(derivation.how, (met.get(derivation.how) ?? 0) + 1);
      }
    }),
    { numRuns: 3000, seed: 1 },
  );
  for (const how of ["observed", "public", "taken from", "opened with", "composed of"])
    expect(met.get(how), how).toBeGreaterThan(100);
});

test("a derivation uses nothing later than it has to", () => {
  fc.assert(
    fc.property(observations, ({ pool, observed }) => {
      const told: Observation[] = observed.map((term, at) => ({ term, at }));
      const naive = new NaiveKnowledge();
      const earliest = new Map<Term, number>();
      const note = (at: number): void => {
        for (const goal of subterms(...pool))
          if (!earliest.has(goal) && naive.derives(goal)) earliest.set(goal, at);
      };
      note(-1);
      told.forEach(({ term, at }) => {
        naive.observe(term);
        note(at);
      });
      for (const [goal, at] of earliest)
        expect(latestUsed(explain(told.toReversed(), goal)!), goal.label).toBe(at);
    }),
    { numRuns: 1500, seed: 2 },
  );
});

test("the checker finds flaws", () => {
  const [a, b, text] = [secret("a"), secret("b"), body("checked text")];
  const leaf = (term: Term, at = 0): Derivation => ({ term, how: "observed", at, from: [] });
  const told = [a, encrypt(a, text), encrypt(b, text), dh(a)].map((term) => ({ term, at: 0 }));
  const wrong: readonly Derivation[] = [
    leaf(b),
    leaf(a, 1),
    { term: text, how: "opened with", from: [leaf(encrypt(b, text)), leaf(a)] },
    { term: text, how: "opened with", from: [leaf(encrypt(a, text))] },
    { term: a, how: "public", from: [] },
    { term: text, how: "composed of", from: [] },
    { term: a, how: "taken from", from: [leaf(dh(a))] },
    { term: hash(a), how: "composed of", from: [leaf(dh(a))] },
    { term: dh(a, b), how: "composed of", from: [leaf(dh(a)), leaf(a)] },
    { term: publicKey(a), how: "composed of", from: [] },
    { term: pair(a, a), how: "composed of", from: [leaf(a)] },
  ];
  for (const derivation of wrong) expect(flaws(derivation, told)).not.toEqual([]);
  const right: readonly Derivation[] = [
    { term: text, how: "opened with", from: [leaf(encrypt(a, text)), leaf(a)] },
    { term: dh(a, a), how: "composed of", from: [leaf(dh(a)), leaf(a)] },
  ];
  for (const derivation of right) expect(flaws(derivation, told)).toEqual([]);
});
