import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anything,
  atom,
  body,
  canCheck,
  dh,
  encrypt,
  hash,
  mac,
  matching,
  NaiveKnowledge,
  nothing,
  pair,
  publicKey,
  remade,
  seal,
  secret,
  sign,
  tuple,
  unreadIn,
  type Term,
} from "../../src/term/index.ts";
import { constructorCount, poolOf, type Recipe } from "./random-terms.ts";

const [k, l, n, m] = ["k", "l", "n", "m"].map((name) => secret(`${name} of patterns`)) as [
  Term,
  Term,
  Term,
  Term,
];
const [x, y] = [anything("x"), anything("y")];
const text = body("a text of patterns");

/** What the variables are bound to, in the order of their names; undefined where the term is refused. */
const bound = (pattern: Term, term: Term): Record<string, Term> | undefined => {
  const bindings = matching(pattern, term);
  return bindings && Object.fromEntries(bindings);
};

const recipes: fc.Arbitrary<Recipe> = fc.array(
  fc.tuple(fc.nat({ max: constructorCount - 1 }), fc.nat(63), fc.nat(63), fc.nat(63)),
  { minLength: 1, maxLength: 12 },
);

describe("a pattern", () => {
  test.for<[what: string, pattern: Term, term: Term, bound: Record<string, Term> | undefined]>([
    ["takes itself", pair(k, atom("a")), pair(k, atom("a")), {}],
    ["takes nothing where it asks for nothing", nothing, nothing, {}],
    ["takes anything where it says so", x, encrypt(k, text), { x: encrypt(k, text) }],
    ["reads both sides of a pair", pair(x, y), pair(k, l), { x: k, y: l }],
    ["wants the same twice where it says so", pair(x, x), pair(k, l), undefined],
    ["opens what is locked with its key", encrypt(k, x), encrypt(k, text, n), { x: text }],
    ["opens nothing else", encrypt(k, x), encrypt(l, text), undefined],
    [
      "opens what is sealed for it",
      seal(publicKey(k), x),
      seal(publicKey(k), text, n),
      { x: text },
    ],
    ["does not take one kind for another", encrypt(k, x), seal(publicKey(k), text), undefined],
    [
      "opens with a key that it read",
      pair(x, encrypt(x, y)),
      pair(k, encrypt(k, text)),
      { x: k, y: text },
    ],
    [
      "opens with a key that it reads later",
      pair(encrypt(x, y), x),
      pair(encrypt(k, l), k),
      { x: k, y: l },
    ],
    ["reads what is signed", sign(k, x), sign(k, text), { x: text }],
    ["wants the signer that it names", sign(k, x), sign(l, text), undefined],
    ["takes any public key", publicKey(x), publicKey(k), { x: k }],
    [
      "verifies with a public key that it read",
      pair(publicKey(x), sign(x, y)),
      pair(publicKey(k), sign(k, text)),
      { x: k, y: text },
    ],
    [
      "refuses another's signature",
      pair(publicKey(x), sign(x, y)),
      pair(publicKey(k), sign(l, text)),
      undefined,
    ],
    ["takes any half of a key exchange", dh(x), dh(k), { x: k }],
    ["takes no half that is none", dh(x), dh(k, l), undefined],
    ["compares what it can make again", pair(x, hash(x)), pair(k, hash(k)), { x: k }],
    ["refuses what comes out otherwise", pair(x, mac(k, x)), pair(text, mac(l, text)), undefined],
    ["looks for the randomness that it names", encrypt(k, x, n), encrypt(k, text, m), undefined],
    [
      "takes only kinds that it can tell apart",
      anything("x", { kinds: ["atom", "body"] }),
      k,
      undefined,
    ],
    [
      "takes every kind that it names",
      anything("x", { kinds: ["atom", "body"] }),
      text,
      { x: text },
    ],
    ["made of nothing takes nothing", pair(nothing, x), pair(nothing, k), undefined],
    [
      "under a key that is nothing takes nothing",
      encrypt(nothing, x),
      encrypt(nothing, k),
      undefined,
    ],
  ])("%s", ([, pattern, term, expected]) => {
    expect(unreadIn(pattern)).toEqual([]);
    expect(bound(pattern, term)).toEqual(expected);
  });

  test.for<[what: string, pattern: Term, unread: readonly string[]]>([
    ["under a hash", hash(x), ["x"]],
    ["under a hash, if not read elsewhere", tuple(y, hash(x), hash(y)), ["x"]],
    ["that is a key", encrypt(x, y), ["x", "y"]],
    ["that locks itself in", encrypt(x, x), ["x"]],
    ["each locked with the other", pair(encrypt(x, y), encrypt(y, x)), ["x", "y"]],
    ["that only signs", sign(x, text), ["x"]],
    ["under no public key", seal(x, y), ["x", "y"]],
    ["that is randomness", encrypt(k, text, x), ["x"]],
  ])("cannot read a variable %s", ([, pattern, unread]) => {
    expect(unreadIn(pattern)).toEqual(unread);
  });

  /** Puts variables into a term at random places. */
  const opened = (term: Term, places: readonly number[]): Term => {
    let at = 0;
    const made = new Map<Term, Term>();
    const open = (part: Term): Term => {
      const choice = places[at++ % places.length]!;
      if (choice < 3)
        return made.get(part) ?? (made.set(part, anything(`v${made.size}`)), made.get(part)!);
      return part.parts.length === 0 ? part : remade(part, part.parts.map(open));
    };
    return open(term);
  };

  /** The same question without a thought of who can read what: plain matching, part by part. */
  const syntactic = (pattern: Term, term: Term, into: Map<string, Term>): boolean => {
    if (pattern.kind === "anything") {
      const name = String(pattern.about["name"]);
      if (!into.has(name)) into.set(name, term);
      return into.get(name) === term;
    }
    return (
      pattern.kind === term.kind &&
      pattern.parts.length === term.parts.length &&
      (pattern.parts.length === 0
        ? pattern === term
        : pattern.parts.every(
            (part, at) => (at === 2 && part === nothing) || syntactic(part, term.parts[at]!, into),
          ))
    );
  };

  const isHollow = ({ parts }: Term): boolean =>
    parts.some((part, at) => (part === nothing && at !== 2) || isHollow(part));
  const hasPower = ({ kind, parts }: Term): boolean =>
    (kind === "dh" && parts.length > 1) || parts.some(hasPower);

  test("whose variables can be read matches as plain matching does", () => {
    const met = { read: 0, matched: 0, refused: 0 };
    fc.assert(
      fc.property(
        recipes,
        fc.nat(99),
        fc.nat(99),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
        (recipe, one, other, places) => {
          const pool = poolOf(recipe);
          const term = pool[one % pool.length]!;
          const pattern = opened(
            pool[other % 2 === 0 ? one % pool.length : other % pool.length]!,
            places,
          );
          // Exponents stand in an order of their own, which plain matching knows nothing of.
          if (unreadIn(pattern).length > 0 || isHollow(pattern) || hasPower(pattern)) return;
          met.read++;
          const plain = new Map<string, Term>();
          const matches = syntactic(pattern, term, plain);
          expect(bound(pattern, term)).toEqual(matches ? Object.fromEntries(plain) : undefined);
          met[matches ? "matched" : "refused"]++;
        },
      ),
      { numRuns: 3000, seed: 1 },
    );
    expect(met.read).toBeGreaterThan(1000);
    expect(met.matched).toBeGreaterThan(300);
    expect(met.refused).toBeGreaterThan(300);
  });
});

describe("whoever matches can tell only what their keys tell", () => {
  test.for<[what: string, knows: readonly Term[], pattern: Term, term: Term, can: boolean]>([
    ["the key of a lock", [k], encrypt(k, x), encrypt(k, text), true],
    ["no key", [], encrypt(k, x), encrypt(k, text), false],
    ["only the public half", [publicKey(k)], seal(publicKey(k), x), seal(publicKey(k), n), false],
    ["the private half", [k], seal(publicKey(k), x), seal(publicKey(k), n), true],
    ["the public half of a signer", [publicKey(k)], sign(k, x), sign(k, text), true],
    ["nothing of a signer", [], sign(k, x), sign(k, text), false],
    [
      "a public key that was read",
      [],
      pair(publicKey(x), sign(x, y)),
      pair(publicKey(k), sign(k, text)),
      true,
    ],
    ["a key that was read", [], pair(x, encrypt(x, y)), pair(k, encrypt(k, text)), true],
    ["the nonce that it expects", [k, n], encrypt(k, pair(n, x)), encrypt(k, pair(n, m)), true],
    ["not the nonce that it expects", [k], encrypt(k, pair(n, x)), encrypt(k, pair(n, m)), false],
    ["the key of a checksum", [k], pair(x, mac(k, x)), pair(text, mac(k, text)), true],
    ["no key of a checksum", [], pair(x, mac(k, x)), pair(text, mac(k, text)), false],
    [
      "a private half behind a public key that was read",
      [],
      pair(publicKey(x), seal(publicKey(x), y)),
      pair(publicKey(k), seal(publicKey(k), n)),
      false,
    ],
  ])("%s", ([, knows, pattern, term, can]) => {
    const derives = (read: readonly Term[], goal: Term): boolean => {
      const knowledge = new NaiveKnowledge();
      for (const one of [...knows, ...read]) knowledge.observe(one);
      return knowledge.derives(goal);
    };
    expect(canCheck(pattern, matching(pattern, term)!, derives)).toBe(can);
  });
});
