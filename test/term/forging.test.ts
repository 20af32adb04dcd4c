import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  anything,
  atom,
  encrypt,
  forgeries,
  hash,
  KnowledgeTable,
  mac,
  matching,
  NaiveKnowledge,
  pair,
  publicKey,
  seal,
  secret,
  sign,
  termById,
  tuple,
  unreadIn,
  valuesOf,
  type Forger,
  type Term,
} from "../../src/term/index.ts";
import { constructorCount, poolOf, type Recipe } from "./random-terms.ts";

const [k, s] = [secret("a"), secret("b")];
const names = [atom("purpose"), atom("somebody")];
const [x, y] = [anything("x"), anything("y")];

/** What receivers might take. */
const patterns: readonly Term[] = [
  x,
  pair(x, y),
  pair(x, x),
  pair(x, hash(x)),
  encrypt(k, x),
  encrypt(k, pair(s, x)),
  pair(x, encrypt(x, y)),
  seal(publicKey(k), x),
  seal(publicKey(k), pair(x, anything("y", { kinds: ["atom"] }))),
  sign(s, x),
  pair(publicKey(x), sign(x, y)),
  tuple(x, y, mac(k, pair(x, y))),
  encrypt(hash(k), s),
  anything("x", { kinds: ["public", "body"] }),
];

/** What somebody may have overheard who cannot open it. */
const hidden = secret("hidden");
const opaque: readonly Term[] = [
  encrypt(k, hidden),
  encrypt(k, pair(s, hidden), secret("r")),
  seal(publicKey(k), hidden),
  seal(publicKey(k), pair(hidden, names[0]!)),
];

/** How many leaves and constructors there are in a term, opaque ones counting as leaves. */
const sized = (leaves: readonly Term[], most: number): readonly Term[] => {
  const bySize: Term[][] = [[], [...leaves]];
  for (let size = 2; size <= most; size++) {
    const made = new Set<Term>();
    for (const one of bySize[size - 1]!) for (const make of [hash, publicKey]) made.add(make(one));
    for (let left = 1; left < size - 1; left++)
      for (const one of bySize[left]!)
        for (const other of bySize[size - 1 - left]!)
          for (const make of [pair, encrypt, seal, sign, mac]) made.add(make(one, other));
    bySize.push([...made]);
  }
  return bySize.flat();
};

const forgerOf = (table: KnowledgeTable, state: number, depth: number): Forger => {
  const known = table.terms(state).map((id) => termById(id));
  return {
    known,
    values: valuesOf(known, names, depth),
    derives: (term) => table.derives(state, term.id),
  };
};

const recipes: fc.Arbitrary<Recipe> = fc.array(
  fc.tuple(fc.nat({ max: constructorCount - 1 }), fc.nat(63), fc.nat(63), fc.nat(63)),
  { minLength: 1, maxLength: 4 },
);

test("whatever matches and can be derived is made up, as far as its open parts are tried", () => {
  for (const pattern of patterns) expect(unreadIn(pattern)).toEqual([]);
  const table = new KnowledgeTable();
  const met = { forged: 0, brute: 0, opaque: 0 };
  fc.assert(
    fc.property(recipes, fc.array(fc.nat(63), { maxLength: 3 }), (recipe, chosen) => {
      const pool = poolOf(recipe);
      const observed = chosen.map((at) =>
        at % 3 === 0 ? opaque[at % opaque.length]! : pool[at % pool.length]!,
      );
      const state = table.from(observed.map(({ id }) => id));
      const forger = forgerOf(table, state, 0);
      const naive = new NaiveKnowledge();
      for (const term of observed) naive.observe(term);
      const everything = sized([...new Set([...forger.known, ...names])], 4);
      for (const pattern of patterns) {
        const forged = new Set(forgeries(pattern, forger));
        for (const term of forged) {
          expect(matching(pattern, term)).toBeDefined();
          expect(naive.derives(term), term.label).toBe(true);
          met.forged++;
          if ([...matching(pattern, term)!.values()].some((one) => !naive.derives(one)))
            met.opaque++;
        }
        for (const term of everything) {
          const bound = matching(pattern, term);
          if (!bound || ![...bound.values()].every((one) => forger.values.includes(one))) continue;
          expect(forged, `${pattern.label} by ${term.label}`).toContain(term);
          met.brute++;
        }
      }
    }),
    { numRuns: 150, seed: 1 },
  );
  expect(met.forged).toBeGreaterThan(5000);
  expect(met.brute).toBeGreaterThan(2000);
  expect(met.opaque).toBeGreaterThan(50);
});

test("what is put where anything is taken grows with its depth, and stays derivable", () => {
  const table = new KnowledgeTable();
  const state = table.from([k.id, publicKey(s).id]);
  const [flat, deep] = [0, 1].map((depth) => forgerOf(table, state, depth)) as [Forger, Forger];
  expect(flat.values).toContain(publicKey(k));
  expect(flat.values).not.toContain(hash(k));
  for (const one of [hash(k), seal(publicKey(s), k), encrypt(k, names[0]!), publicKey(k)])
    expect(deep.values).toContain(one);
  for (const one of deep.values) expect(deep.derives(one), one.label).toBe(true);
});
