import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  body,
  carriedOut,
  distinctionOf,
  encrypt,
  forgedFrom,
  hash,
  nobodyGuesses,
  nothing,
  pair,
  publicKey,
  seal,
  secret,
  type Recipe,
  type Term,
} from "../../src/term/index.ts";
import { framePairs } from "./random-frames.ts";
import { share } from "../share.ts";

const [k, n, m, r] = ["k", "n", "m", "r"].map(secret) as [Term, Term, Term, Term];

/** Two frames, a term of the first, and what is made in both; nothing, where it cannot be made. */
interface Case {
  readonly says: string;
  readonly frames: readonly [readonly Term[], readonly Term[]];
  readonly term: Term;
  readonly made: readonly [Term, Term] | undefined;
}

const cases: readonly Case[] = [
  { says: "what was seen is sent as it was seen", frames: [[n], [m]], term: n, made: [n, m] },
  {
    says: "what is composed is composed of what was seen",
    frames: [[n], [m]],
    term: hash(pair(n, n)),
    made: [hash(pair(n, n)), hash(pair(m, m))],
  },
  {
    says: "what was opened is opened",
    frames: [
      [encrypt(k, n), k],
      [encrypt(k, m), k],
    ],
    term: hash(n),
    made: [hash(n), hash(m)],
  },
  {
    says: "a ciphertext is passed on",
    frames: [[encrypt(k, n)], [encrypt(k, m)]],
    term: encrypt(k, n),
    made: [encrypt(k, n), encrypt(k, m)],
  },
  {
    says: "one of their own has their own randomness",
    frames: [
      [n, publicKey(k), r],
      [m, publicKey(k), r],
    ],
    term: seal(publicKey(k), n),
    made: [seal(publicKey(k), n, r), seal(publicKey(k), m, r)],
  },
  {
    says: "what they cannot make is not made",
    frames: [[hash(n)], [hash(m)]],
    term: n,
    made: undefined,
  },
];

test.each(cases)("$says", ({ frames: [left, right], term, made }) => {
  const forged = forgedFrom(left, right, term, "left", r);
  expect(forged && [forged.left, forged.right]).toEqual(made);
  if (!made) return;
  const back = forgedFrom(left, right, made[1], "right", r)!;
  expect([back.left, back.right]).toEqual(made);
});

/** Everything that recipes up to a size make of these frames, those that take things apart included. */
const madeOf = (left: readonly Term[], size: number): Recipe[] => {
  const recipes: Recipe[] = left.map((_, at) => ({ is: "seen", at }));
  for (let layer = 1; layer < size; layer++)
    for (const one of recipes.slice()) {
      for (const is of ["first", "second", "signed"] as const) recipes.push({ is, of: [one] });
      recipes.push({ is: "made", kind: "hash", of: [one] });
      for (const other of recipes.slice(0, left.length)) {
        recipes.push({ is: "opened", of: [other, one] });
        recipes.push({ is: "made", kind: "pair", of: [one, other] });
        recipes.push({ is: "made", kind: "mac", of: [other, one] });
      }
    }
  return recipes;
};

/** What stands in the first run, in the second, and in neither; all may be guessed. */
const [b, other, third] = ["b", "b′", "third"].map((label) => body(label, {})) as [
  Term,
  Term,
  Term,
];

test.each<Case>([
  {
    says: "a guess is the same in both runs",
    frames: [[hash(b)], [hash(other)]],
    term: hash(b),
    made: [hash(b), hash(b)],
  },
  {
    says: "what was seen is of both runs, and what is guessed beside it of one",
    frames: [[encrypt(k, b)], [encrypt(k, other)]],
    term: pair(encrypt(k, b), hash(b)),
    made: [pair(encrypt(k, b), hash(b)), pair(encrypt(k, other), hash(b))],
  },
  {
    says: "a guess opens nothing that it does not open in both runs",
    frames: [[encrypt(hash(b), n)], [encrypt(hash(other), n)]],
    term: hash(n),
    made: undefined,
  },
])("$says", ({ frames: [left, right], term, made }) => {
  const forged = forgedFrom(left, right, term, "left", r, ({ kind }) => kind === "body");
  expect(forged && [forged.left, forged.right]).toEqual(made);
});

test("whatever recipe makes a term of guesses, the other run gets what that recipe makes there", () => {
  const all: readonly Term[] = [b, other, third];
  const guessable = (text: Term): boolean => all.includes(text);
  let [forgedCount, apart] = [0, 0];
  fc.assert(
    fc.property(framePairs, fc.subarray([...all], { minLength: 1 }), ([left, right], guesses) => {
      // What the runs differ in is known to nobody, but can be tried.
      const ends = [hash(guesses[0]!), hash(guesses.at(-1)!)] as const;
      const frames = [
        [...left, ends[0]],
        [...right, ends[1]],
      ] as const;
      if (distinctionOf(...frames, nobodyGuesses)) return;
      const seen = madeOf(left, 2);
      for (const guess of guesses)
        for (const one of seen) {
          const tried: Recipe = { is: "public", term: guess };
          const recipes: Recipe[] = [
            { is: "made", kind: "hash", of: [tried] },
            { is: "made", kind: "pair", of: [one, tried] },
            { is: "made", kind: "mac", of: [tried, one] },
          ];
          for (const recipe of recipes) {
            const [mine, theirs] = frames.map((frame) => carriedOut(recipe, frame));
            if (!mine || !theirs) continue;
            const forged = forgedFrom(...frames, mine, "left", r, guessable);
            expect([forged?.left, forged?.right]).toEqual([mine, theirs]);
            forgedCount++;
            if (mine !== theirs) apart++;
          }
        }
    }),
    { seed: 1, numRuns: share(90) },
  );
  expect(forgedCount).toBeGreaterThan(share(900));
  expect(apart).toBeGreaterThan(share(90));
});

test("whatever recipe makes a term, the other run gets what that recipe makes there", () => {
  const met = { forged: 0, other: 0 };
  fc.assert(
    fc.property(framePairs, ([left, right]) => {
      if (distinctionOf(left, right, nobodyGuesses)) return;
      for (const recipe of madeOf(left, 3)) {
        const [mine, theirs] = [carriedOut(recipe, left), carriedOut(recipe, right)];
        if (!mine || !theirs || mine === nothing) continue;
        const forged = forgedFrom(left, right, mine, "left", r)!;
        expect([forged.left, forged.right]).toEqual([mine, theirs]);
        expect(carriedOut(forged.recipe, left)).toBe(mine);
        met.forged++;
        if (mine !== theirs) met.other++;
      }
    }),
    { seed: 1, numRuns: share(90) },
  );
  expect(met.forged).toBeGreaterThan(share(900));
  expect(met.other).toBeGreaterThan(share(300));
});
