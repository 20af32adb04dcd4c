import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Mistake } from "../../src/mistake.ts";
import {
  atom,
  body,
  dh,
  encrypt,
  explain,
  hash,
  KnowledgeTable,
  mac,
  NaiveKnowledge,
  nothing,
  pair,
  plaintextOf,
  publicKey,
  seal,
  secret,
  sign,
  termById,
  tuple,
  type Term,
} from "../../src/term/index.ts";
import { flaws } from "./derivation-checker.ts";
import { poolOf, type Recipe } from "./random-terms.ts";

const [a, b, c] = ["a", "b", "c"].map(secret) as [Term, Term, Term];

describe("equal terms are one object", () => {
  test("however they were built", () => {
    const recipes: fc.Arbitrary<Recipe> = fc.array(
      fc.tuple(fc.nat({ max: 15 }), fc.nat(63), fc.nat(63), fc.nat(63)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(recipes, (recipe) => {
        const first = poolOf(recipe);
        poolOf(recipe).forEach((term, at) => expect(term).toBe(first[at]));
        for (const one of first) {
          expect(termById(one.id)).toBe(one);
          // No two objects are the same kind made of the same parts.
          for (const other of first)
            if (one !== other && one.kind === other.kind && one.parts.length > 0)
              expect(one.parts.map(({ id }) => id)).not.toEqual(other.parts.map(({ id }) => id));
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test("and unlike ones are not, even under one label", () => {
    const alike = [atom("x"), secret("x"), body("x"), hash(atom("x")), hash(secret("x"))];
    expect(new Set(alike).size).toBe(alike.length);
    expect(encrypt(a, body("x"), secret("n1"))).not.toBe(encrypt(a, body("x"), secret("n2")));
    expect(pair(a, b)).not.toBe(pair(b, a));
  });

  test("and cannot be changed", () => {
    const term = pair(a, body("frozen", { to: "bob" }));
    expect(Object.isFrozen(term)).toBe(true);
    expect(Object.isFrozen(term.parts)).toBe(true);
    expect(Object.isFrozen(term.parts[1]!.about)).toBe(true);
  });

  test("nothing is the first of all", () => {
    expect(nothing.id).toBe(0);
  });
});

describe("a message body", () => {
  test("is the same in whatever order its attributes are written", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom("from", "to", "chat", "kind", "at"), { minLength: 1 }),
        fc.nat(),
        (names, number) => {
          const entries = names.map((name, at) => [name, at] as const);
          const label = `ordered ${[...names].toSorted().join()} ${number} ${entries.join()}`;
          const one = body(label, Object.fromEntries(entries));
          expect(body(label, Object.fromEntries(entries.toReversed()))).toBe(one);
          expect(Object.keys(one.about)).toEqual(names.toSorted());
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  test.for([
    ["another value", { to: "bob" }, { to: "eve" }],
    ["another type", { to: "1" }, { to: 1 }],
    ["one more", { to: "bob" }, { to: "bob", from: "ana" }],
    ["none", { to: "bob" }, {}],
  ] as const)(
    "of one label has one set of attributes: %s is a mistake",
    ([what, first, second]) => {
      body(`hello ${what}`, first);
      expect(body(`hello ${what}`, first).about).toEqual(first);
      expect(() => body(`hello ${what}`, second)).toThrow(Mistake);
    },
  );
});

describe("Diffie-Hellman powers", () => {
  test("are equal whatever the order of the exponents, also where labels collide", () => {
    const exponents = [a, b, c, atom("a"), body("a"), hash(a), dh(a), secret("x"), atom("x")];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...exponents), { maxLength: 5 }).chain((chosen) =>
          fc.tuple(
            fc.constant(chosen),
            fc.shuffledSubarray(
              chosen.map((_, at) => at),
              { minLength: chosen.length },
            ),
          ),
        ),
        ([chosen, order]) => {
          expect(dh(...order.map((at) => chosen[at]!))).toBe(dh(...chosen));
        },
      ),
      { numRuns: 500, seed: 1 },
    );
  });

  test("agree on both sides: either half and the other's exponent make the same key", () => {
    const text = body("agreed");
    const locked = encrypt(dh(a, b), text);
    for (const [half, exponent] of [
      [dh(a), b],
      [dh(b), a],
    ] as const) {
      const table = new KnowledgeTable();
      const halfWay = table.from([locked.id, half.id]);
      expect(table.bodies(halfWay)).toEqual([]);
      expect(table.bodies(table.learn(halfWay, exponent.id))).toEqual([text.id]);
      expect(table.bodies(table.from([exponent.id, half.id, locked.id]))).toEqual([text.id]);
    }
    const both = new KnowledgeTable();
    expect(both.derives(both.from([dh(a).id, dh(b).id]), dh(a, b).id)).toBe(false);
  });

  test("count every exponent as often as it stands there", () => {
    const table = new KnowledgeTable();
    const knows = (...terms: readonly Term[]) => table.from(terms.map(({ id }) => id));
    expect(table.derives(knows(dh(a, a), b), dh(a, a, b).id)).toBe(true);
    expect(table.derives(knows(dh(a), b), dh(a, a, b).id)).toBe(false);
    expect(table.derives(knows(dh(a, b)), dh(a).id)).toBe(false);
    expect(table.derives(table.empty, dh().id)).toBe(true);
  });
});

describe("what a key opens", () => {
  const text = body("for opening");
  test.for([
    ["its encryption", a, encrypt(a, text), text],
    ["no other encryption", b, encrypt(a, text), undefined],
    ["a seal for its public half", a, seal(publicKey(a), text), text],
    ["no seal with the public half itself", publicKey(a), seal(publicKey(a), text), undefined],
    ["no seal under what is no public key", a, seal(a, text), undefined],
    ["a signature, with the signing key", a, sign(a, text), text],
    ["a signature, with the public half", publicKey(a), sign(a, text), text],
    ["no other signature", publicKey(b), sign(a, text), undefined],
    ["no checksum", a, mac(a, text), undefined],
  ] as const)("%s", ([, key, locked, opened]) => {
    expect(plaintextOf(key, locked)).toBe(opened);
  });
});

describe("labels", () => {
  test("read like what the term is", () => {
    expect(encrypt(a, pair(body("hi"), atom("now"))).label).toBe("{(hi, now)} under a");
    expect(dh(b, a).label).toBe("g^(a·b)");
  });

  test("tell two encryptions of one text apart", () => {
    expect(encrypt(a, body("hi"), secret("n1")).label).not.toBe(
      encrypt(a, body("hi"), secret("n2")).label,
    );
    expect(seal(publicKey(a), body("hi"), secret("n1")).label).not.toBe(
      seal(publicKey(a), body("hi")).label,
    );
  });

  test("stay short, and different, however deep the term is", () => {
    const grow = (leaf: Term): Term => {
      let term = leaf;
      for (let depth = 0; depth < 40; depth++) term = pair(term, term);
      return term;
    };
    const [one, other] = [grow(a), grow(b)];
    expect(one.label.length).toBeLessThan(1000);
    expect(one.label).not.toBe(other.label);
    expect(one.label).not.toBe(one.parts[0]!.label);
  });
});

describe("deeply shared terms take no longer than their distinct parts", () => {
  const depth = 40;
  const towers = {
    pairs: (inner: Term) => pair(inner, inner),
    encryptions: (inner: Term) => encrypt(inner, inner, inner),
    hashes: (inner: Term) => hash(tuple(inner, inner, inner)),
    checksums: (inner: Term) => mac(inner, pair(inner, inner)),
    seals: (inner: Term) => seal(publicKey(inner), pair(inner, inner)),
  };

  test.for(Object.entries(towers))("%s", ([, grow]) => {
    const tower = (leaf: Term): Term => {
      let term = leaf;
      for (let level = 0; level < depth; level++) term = grow(term);
      return term;
    };
    const [known, unknown] = [tower(secret("known leaf")), tower(secret("unknown leaf"))];
    const text = body("under a tower");
    const observed = [secret("known leaf"), encrypt(known, text), encrypt(unknown, text)];
    const table = new KnowledgeTable();
    const state = table.from(observed.map(({ id }) => id));
    expect(table.bodies(state)).toEqual([text.id]);
    expect(table.derives(state, known.id)).toBe(true);
    expect(table.derives(state, unknown.id)).toBe(false);
    const naive = new NaiveKnowledge();
    for (const term of observed) naive.observe(term);
    expect(naive.derives(known)).toBe(true);
    expect(naive.derives(unknown)).toBe(false);
    const told = observed.map((term, at) => ({ term, at }));
    expect(flaws(explain(told, known)!, told)).toEqual([]);
    expect(explain(told, unknown)).toBeUndefined();
  });
});
