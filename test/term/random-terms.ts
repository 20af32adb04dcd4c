import * as fc from "fast-check";
import {
  atom,
  body,
  dh,
  encrypt,
  hash,
  kdf,
  mac,
  nothing,
  pair,
  publicKey,
  seal,
  secret,
  sign,
  tuple,
  type Term,
} from "../../src/term/index.ts";

/** The leaves of every random pool: few, so that terms built of them have much to do with each other. */
export const leaves: readonly Term[] = [
  ...["a", "b", "c", "d"].map(secret),
  ...["one", "two", "three"].map((label) => body(`message ${label}`, { number: label })),
  atom("purpose"),
  nothing,
];

/** Every way to build one term out of three. */
const constructors: readonly ((first: Term, second: Term, third: Term) => Term)[] = [
  pair,
  tuple,
  publicKey,
  (key, text) => encrypt(key, text),
  encrypt,
  (key, text) => encrypt(text, key),
  (half, text) => seal(publicKey(half), text),
  (half, text, randomness) => seal(publicKey(half), text, randomness),
  seal,
  sign,
  mac,
  hash,
  kdf,
  (exponent) => dh(exponent),
  (left, right) => dh(left, right),
  dh,
];

export const constructorCount = constructors.length;

/** What a random pool is made from; numbers point at a constructor, then at earlier terms of the pool. */
export type Recipe = readonly (readonly [number, number, number, number])[];

const step = fc.tuple(
  fc.nat({ max: constructorCount - 1 }),
  fc.nat({ max: 63 }),
  fc.nat({ max: 63 }),
  fc.nat({ max: 63 }),
);

/** Later terms are preferred as ingredients, so that pools grow deep and not only wide. */
const ingredient = (pool: readonly Term[], index: number): Term =>
  index < 32
    ? pool[index % pool.length]!
    : pool[pool.length - 1 - (index % Math.min(6, pool.length))]!;

export const poolOf = (recipe: Recipe): Term[] => {
  const pool = [...leaves];
  for (const [constructor, first, second, third] of recipe)
    pool.push(
      constructors[constructor]!(
        ingredient(pool, first),
        ingredient(pool, second),
        ingredient(pool, third),
      ),
    );
  return pool;
};

/** Terms that hang together, and some of them in the order in which somebody comes to observe them. */
export const observations = fc
  .record({
    recipe: fc.array(step, { minLength: 1, maxLength: 14 }),
    observed: fc.uniqueArray(fc.nat({ max: 63 }), { maxLength: 9 }),
  })
  .map(({ recipe, observed }) => {
    const pool = poolOf(recipe);
    const seen = observed.map((index) => pool[pool.length - 1 - (index % pool.length)]!);
    return { pool, observed: [...new Set(seen)] };
  });

/** A term and everything that it is made of. */
export const subterms = (...terms: readonly Term[]): ReadonlySet<Term> => {
  const all = new Set(terms);
  // A set may grow while it is walked.
  for (const term of all) for (const part of term.parts) all.add(part);
  return all;
};
