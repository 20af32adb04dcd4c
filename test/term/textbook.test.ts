import { expect, test } from "vitest";
import {
  atom,
  body,
  dh,
  encrypt,
  explain,
  hash,
  kdf,
  KnowledgeTable,
  mac,
  NaiveKnowledge,
  pair,
  publicKey,
  seal,
  secret,
  sign,
  tuple,
  type Term,
} from "../../src/term/index.ts";
import { flaws } from "./derivation-checker.ts";

interface Case {
  readonly story: string;
  readonly observed: readonly Term[];
  readonly can?: readonly Term[];
  readonly cannot?: readonly Term[];
}

/** Table, textbook rules and derivations all say the same, and it is what the story says. */
const check = ({ observed, can = [], cannot = [] }: Case): void => {
  const table = new KnowledgeTable();
  const naive = new NaiveKnowledge();
  for (const term of observed) naive.observe(term);
  const told = observed.map((term, at) => ({ term, at }));
  for (const order of [observed, observed.toReversed()]) {
    const state = table.from(order.map(({ id }) => id));
    for (const [goals, derivable] of [
      [can, true],
      [cannot, false],
    ] as const)
      for (const goal of goals) {
        expect(table.derives(state, goal.id), goal.label).toBe(derivable);
        expect(naive.derives(goal), goal.label).toBe(derivable);
        const derivation = explain(told, goal);
        expect(derivation !== undefined, goal.label).toBe(derivable);
        if (derivation) expect(flaws(derivation, told)).toEqual([]);
        if (goal.kind === "body")
          expect(table.bodies(state).includes(goal.id), goal.label).toBe(derivable);
      }
  }
};

const keyOf = (who: string): Term => secret(`private key of ${who}`);
const of = (who: string): Term => publicKey(keyOf(who));
const [ana, bob] = [atom("ana"), atom("bob")];
const [nonceA, nonceB] = [secret("nonce of ana"), secret("nonce of bob")];
const text = body("textbook message");

/** The three messages of Needham-Schroeder (1978) with public keys, as Ana starts a run with somebody. */
const needhamSchroeder = (peer: string): readonly Term[] => [
  seal(of(peer), pair(nonceA, ana)),
  seal(of("ana"), pair(nonceA, nonceB)),
  seal(of(peer), nonceB),
];

/** X3DH (Marlinspike, Perrin, 2016): identity and ephemeral keys of Ana, identity and signed prekey of Bob. */
const [identityA, ephemeralA, identityB, prekeyB] = [
  "identity of ana",
  "ephemeral of ana",
  "identity of bob",
  "prekey of bob",
].map(secret) as [Term, Term, Term, Term];
const x3dh = kdf(
  tuple(dh(identityA, prekeyB), dh(ephemeralA, identityB), dh(ephemeralA, prekeyB)),
  atom("x3dh"),
);
const onTheWire = [
  dh(identityA),
  dh(ephemeralA),
  dh(identityB),
  sign(identityB, dh(prekeyB)),
  encrypt(x3dh, text),
];

const chain = (from: Term, steps: number): Term =>
  steps === 0 ? from : kdf(chain(from, steps - 1), atom("next"));

const nested = [1, 2, 3, 4, 5].map((level) => secret(`nested key ${level}`));

test.for<Case>([
  {
    story: "nobody: public things only",
    observed: [],
    can: [ana, hash(ana), pair(ana, bob), dh(), dh(ana), encrypt(ana, bob)],
    cannot: [nonceA, hash(nonceA), text, of("ana"), dh(nonceA)],
  },
  {
    story: "Needham-Schroeder, run between Ana and Bob: a listener gets nothing",
    observed: [of("ana"), of("bob"), ...needhamSchroeder("bob")],
    cannot: [nonceA, nonceB],
  },
  {
    story: "Needham-Schroeder, Ana runs with Eve: Eve opens what is sealed for her",
    observed: [keyOf("eve"), of("bob"), seal(of("eve"), pair(nonceA, ana))],
    can: [nonceA, seal(of("bob"), pair(nonceA, ana))],
    cannot: [nonceB],
  },
  {
    story: "Lowe's attack (1995): Ana hands Bob's nonce to Eve",
    observed: [keyOf("eve"), of("bob"), ...needhamSchroeder("eve")],
    can: [nonceA, nonceB, seal(of("bob"), nonceB)],
    cannot: [keyOf("ana"), keyOf("bob")],
  },
  {
    story: "X3DH: the wire alone gives nothing away",
    observed: onTheWire,
    can: [dh(prekeyB)],
    cannot: [text, x3dh],
  },
  {
    story: "X3DH: Ana makes the key from her secrets and Bob's halves",
    observed: [...onTheWire, identityA, ephemeralA],
    can: [text, x3dh],
    cannot: [identityB, prekeyB],
  },
  {
    story: "X3DH: Bob makes the same key from his",
    observed: [...onTheWire, identityB, prekeyB],
    can: [text, x3dh],
  },
  {
    story: "X3DH: identity keys alone, leaked later, do not open what was sent",
    observed: [...onTheWire, identityA, identityB],
    can: [dh(identityA, prekeyB), dh(ephemeralA, identityB)],
    cannot: [dh(ephemeralA, prekeyB), x3dh, text],
  },
  {
    story: "a ratchet: a chain key opens what comes after it and nothing before",
    observed: [
      chain(secret("root"), 3),
      encrypt(chain(secret("root"), 2), body("earlier")),
      encrypt(chain(secret("root"), 7), body("later")),
    ],
    can: [body("later"), chain(secret("root"), 9)],
    cannot: [body("earlier"), secret("root")],
  },
  {
    story: "nested keys: the outermost opens them all",
    observed: [
      nested[0]!,
      ...nested.slice(1).map((key, at) => encrypt(nested[at]!, key)),
      encrypt(nested[4]!, text),
    ],
    can: [text, ...nested],
  },
  {
    story: "nested keys: one is missing, and all after it stay locked",
    observed: [
      nested[0]!,
      encrypt(nested[0]!, nested[1]!),
      encrypt(nested[2]!, nested[3]!),
      encrypt(nested[3]!, text),
    ],
    can: [nested[1]!],
    cannot: [nested[2]!, nested[3]!, text],
  },
  {
    story: "a key inside what it locks is never got out",
    observed: [encrypt(nonceA, nonceA), encrypt(nonceA, text)],
    cannot: [nonceA, text],
  },
  {
    story: "two keys that lock each other stay locked; with one, both open",
    observed: [encrypt(nonceA, nonceB), encrypt(nonceB, nonceA), encrypt(nonceB, text)],
    cannot: [nonceA, nonceB, text],
  },
  {
    story: "a composed key wakes what waited for it, which brings the next key",
    observed: [
      encrypt(pair(nonceA, hash(nonceB)), keyOf("bob")),
      seal(of("bob"), text),
      pair(hash(nonceB), nonceA),
    ],
    can: [keyOf("bob"), text],
    cannot: [nonceB],
  },
  {
    story: "an encryption may itself be a key",
    observed: [encrypt(encrypt(nonceA, ana), text), nonceA],
    can: [text],
  },
  {
    story: "a signature shows its text and not its key; a checksum and an image show nothing",
    observed: [sign(nonceA, text), mac(nonceB, body("summed")), hash(body("imaged"))],
    can: [text],
    cannot: [nonceA, nonceB, body("summed"), body("imaged"), sign(nonceA, ana)],
  },
  {
    story: "an encryption cannot be made without its randomness",
    observed: [nonceA, text],
    can: [encrypt(nonceA, text), seal(publicKey(nonceA), text)],
    cannot: [encrypt(nonceA, text, nonceB), seal(of("bob"), text)],
  },
  {
    story: "three exponents: one's own secret and a power of the other two make the group's key",
    observed: [dh(nonceA, nonceB), keyOf("eve"), encrypt(dh(nonceA, nonceB, keyOf("eve")), text)],
    can: [text],
    cannot: [dh(nonceA), dh(nonceA, keyOf("eve")), nonceA],
  },
])("$story", check);
