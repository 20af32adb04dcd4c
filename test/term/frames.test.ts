import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  body,
  carriedOut,
  deterministic as fixed,
  dh,
  distinctionOf,
  encrypt,
  FrameTable,
  hash,
  kdf,
  mac,
  nothing,
  pair,
  publicKey,
  seal,
  secret,
  sign,
  tellsApart,
  toldApart,
  type Term,
} from "../../src/term/index.ts";
import { naiveDistinction } from "./naive-distinguisher.ts";
import { framePairs, guessable, publics } from "./random-frames.ts";
import { subterms } from "./random-terms.ts";
import { share } from "../share.ts";

const [a, b, c, k, n, r] = ["a", "b", "c", "k", "n", "r"].map(secret) as [
  Term,
  Term,
  Term,
  Term,
  Term,
  Term,
];
const yes = body("message one", { number: "one" });
const no = body("message two", { number: "two" });

const told = (left: readonly Term[], right: readonly Term[]): boolean => {
  const found = distinctionOf(left, right, guessable);
  if (found) expect(tellsApart(found, left, right)).toBe(true);
  return found !== undefined;
};

describe("what the textbooks say of two frames", () => {
  test.each<readonly [string, readonly Term[], readonly Term[], boolean]>([
    ["two secrets look alike", [a], [b], false],
    ["a secret and a hash of one look alike", [a], [hash(b)], false],
    ["the same secret twice is not two", [a, a], [a, b], true],
    ["a text that may be guessed shows", [yes], [no], true],
    ["so does its hash", [hash(yes)], [hash(no)], true],
    ["and a key derived from it", [kdf(yes, fixed)], [kdf(no, fixed)], true],
    ["a checksum under an unknown key does not", [mac(k, yes)], [mac(k, no)], false],
    ["it does once the key is known", [mac(k, yes), k], [mac(k, no), k], true],
    ["a ciphertext does not", [encrypt(k, yes)], [encrypt(k, no)], false],
    ["it does with its key", [encrypt(k, yes), k], [encrypt(k, no), k], true],
    ["or with a key that can be guessed", [encrypt(hash(yes), a)], [encrypt(hash(no), a)], true],
    [
      "sealed for a known key it does not",
      [publicKey(k), seal(publicKey(k), yes)],
      [publicKey(k), seal(publicKey(k), no)],
      false,
    ],
    [
      "unless the encryption is deterministic",
      [publicKey(k), seal(publicKey(k), yes, fixed)],
      [publicKey(k), seal(publicKey(k), no, fixed)],
      true,
    ],
    [
      "or its randomness is known",
      [publicKey(k), seal(publicKey(k), yes, r), r],
      [publicKey(k), seal(publicKey(k), no, r), r],
      true,
    ],
    [
      "under an unknown key not even a deterministic one does",
      [encrypt(k, yes, fixed)],
      [encrypt(k, no, fixed)],
      false,
    ],
    [
      "but equal ones show what is equal",
      [encrypt(k, yes, fixed), encrypt(k, yes, fixed)],
      [encrypt(k, yes, fixed), encrypt(k, no, fixed)],
      true,
    ],
    ["a pair is no ciphertext", [pair(a, b)], [encrypt(a, b)], true],
    ["a signature is read by everybody", [sign(k, yes)], [sign(k, no)], true],
    [
      "whose it is shows to who has the key",
      [publicKey(k), sign(k, a)],
      [publicKey(k), sign(c, a)],
      true,
    ],
    ["and not to others", [sign(k, a)], [sign(c, a)], false],
    ["a key opens on one side only", [encrypt(k, a), k], [encrypt(k, a), c], true],
    [
      "a key that is locked away",
      [encrypt(k, yes), encrypt(a, k)],
      [encrypt(k, no), encrypt(a, k)],
      false,
    ],
    [
      "a key that was locked away",
      [encrypt(k, yes), encrypt(a, k), a],
      [encrypt(k, no), encrypt(a, k), a],
      true,
    ],
    [
      "a key agreed on looks like any other",
      [dh(a), dh(b), dh(a, b)],
      [dh(a), dh(b), dh(c)],
      false,
    ],
    ["to who has no exponent", [dh(a), dh(b), dh(a, b), a], [dh(a), dh(b), dh(c), a], true],
    ["nor is it told from a nonce", [dh(a), dh(b), dh(a, b)], [dh(a), dh(b), n], false],
    ["powers that meet once raised", [dh(a, b), dh(a, c), b, c], [dh(a, b), dh(n, c), b, c], true],
    ["powers that do not", [dh(a, b), dh(n, c), b, c], [dh(a, b), dh(k, c), b, c], false],
  ])("%s", (_, left, right, apart) => {
    expect(told(left, right)).toBe(apart);
    expect(told(right, left)).toBe(apart);
  });

  test("a leak that only renaming could hide is found: the second run's text shows, by whatever name", () => {
    // Were names of the second run taken for those of the first, these frames would be the same.
    const renamed = body("message one′");
    const either = (text: Term): boolean => text === yes || text === renamed;
    expect(distinctionOf([yes], [renamed], either)).toBeDefined();
    expect(distinctionOf([hash(yes)], [hash(renamed)], either)).toBeDefined();
    expect(distinctionOf([hash(yes), yes], [hash(renamed), yes], () => false)).toBeDefined();
  });

  test("how it is told apart reads as a recipe", () => {
    const found = distinctionOf([k, encrypt(k, yes)], [k, encrypt(k, no)], guessable);
    expect(found).toMatchObject({ test: "equal", on: "left" });
    const [opened] = found?.test === "equal" ? found.recipes : [];
    expect(carriedOut(opened!, [k, encrypt(k, yes)])).toBe(yes);
  });
});

test("whatever a distinguisher finds that tries every recipe is found, and what is found tells apart", () => {
  const met = { apart: 0, alike: 0, naively: 0, opened: 0, steps: 0, equal: 0, cut: 0 };
  const table = new FrameTable(guessable);
  fc.assert(
    fc.property(framePairs, ([left, right]) => {
      const found = distinctionOf(left, right, guessable);
      if (found) expect(tellsApart(found, left, right)).toBe(true);
      const naive = naively(left, right);
      if (naive === "too many") met.cut++;
      else if (naive) {
        met.naively++;
        expect(tellsApart(naive, left, right)).toBe(true);
        if (!found) expect.fail(`${labels(left)}  |  ${labels(right)}: ${JSON.stringify(naive)}`);
      }
      if (found) met.apart++;
      else met.alike++;
      if (found?.test === "equal") met.equal++;
      if (JSON.stringify(found)?.includes('"opened"')) met.opened++;
      // The automaton says so of the first prefix that tells, and of no shorter one.
      let state = table.empty;
      for (let at = 0; at < left.length && state !== toldApart; at++) {
        state = table.step(state, left[at]!.id, right[at]!.id);
        const sofar = distinctionOf(left.slice(0, at + 1), right.slice(0, at + 1), guessable);
        expect(state === toldApart).toBe(sofar !== undefined);
        met.steps++;
      }
      if (state !== toldApart)
        expect(stepsOf(table, left.toReversed(), right.toReversed())).toBe(state);
    }),
    { numRuns: share(3000), seed: 1 },
  );
  // A test that never met something of each kind has not tested it.
  for (const [what, count] of Object.entries(met))
    if (what !== "cut") expect(count, what).toBeGreaterThan(share(300));
  expect(met.cut).toBeLessThan(100);
  expect(met.naively).toBeGreaterThan(met.apart * 0.9);
});

/** All recipes of a few steps; then longer ones, of which only those matter that give something that was seen. */
const naively = (left: readonly Term[], right: readonly Term[]) => {
  const short = naiveDistinction(left, right, publics, { size: 3, valuesMost: 80 });
  if (short && short !== "too many") return short;
  const relevant = subterms(...left, ...right);
  return naiveDistinction(left, right, publics, { size: 6, valuesMost: 60, relevant });
};

const labels = (frame: readonly Term[]): string => frame.map(({ label }) => label).join("; ");

const stepsOf = (table: FrameTable, left: readonly Term[], right: readonly Term[]): number =>
  left.reduce((state, term, at) => table.step(state, term.id, right[at]!.id), table.empty);

test("a frame and itself are alike, and alike is mutual", () => {
  fc.assert(
    fc.property(framePairs, ([left, right]) => {
      expect(distinctionOf(left, left, guessable)).toBeUndefined();
      expect(distinctionOf(right, left, guessable) === undefined).toBe(
        distinctionOf(left, right, guessable) === undefined,
      );
    }),
    { numRuns: 1000, seed: 2 },
  );
});

test("nothing is what carries no term", () => {
  expect(distinctionOf([nothing], [nothing], guessable)).toBeUndefined();
});
