import { emit, setup } from "xstate";
import { expect, test } from "vitest";
import {
  adversary,
  anything,
  atom,
  channel,
  coalition,
  compose,
  indistinguishable,
  mac,
  pair,
  part,
  promise,
  protocol,
  publicKey,
  scenario,
  seal,
  secret,
  send,
  type Term,
} from "../../../src/index.ts";
import { exhaust, mergeChunks, searchChunk, type Task } from "../../../src/search/index.ts";

/**
 * Whether Bob knows Ana is nobody's business: Abadi and Fournet, "Private Authentication" (TCS 2004). Mallory says hello
 * in Ana's name, and sees what comes back.
 */
const [keyOfAna, keyOfBob, bobsNonce, decoy] = [
  "key of Ana",
  "key of Bob",
  "Bob's nonce",
  "decoy",
].map(secret) as [Term, Term, Term, Term];

/** What Bob sends back to a friend and to a stranger, to whom he may send nothing. */
interface Manner {
  readonly friend: (nonce: Term) => Term;
  readonly stranger: ((nonce: Term) => Term) | undefined;
}

/** Bob decides before he opens his door: what he answers, he answers ever after. */
const bobs = (id: string, answersStrangers: boolean) =>
  setup({
    actions: { answer: emit({ type: "answers" }), pretend: emit({ type: "pretends" }) },
  }).createMachine({
    id,
    initial: "deciding",
    states: {
      deciding: { on: { "user.befriend": "decided", "user.open": "stranger" } },
      decided: { on: { "user.open": "friend" } },
      stranger: { on: answersStrangers ? { "net.hello": { actions: "pretend" } } : {} },
      friend: { on: { "net.hello": { actions: "answer" } } },
    },
  });

const askedOf = (name: string, { friend, stranger }: Manner): Task => {
  const answering = (of: (nonce: Term) => Term) => [
    send<object, never, "nonce">(({ bound }) => ({
      over: "to mallory",
      to: "mallory",
      event: { type: "net.answer" },
      carrying: of(bound.nonce),
    })),
  ];
  const bob = part<object, never, "nonce">({
    kind: "bob",
    machine: bobs(name, stranger !== undefined),
    intents: { "user.befriend": {}, "user.open": {} },
    accepts: {
      "net.hello": () =>
        seal(
          publicKey(keyOfBob),
          pair(anything("nonce", { kinds: ["secret"] }), publicKey(keyOfAna)),
        ),
    },
    emits: {
      answers: answering(friend),
      pretends: stranger ? answering(stranger) : [],
    },
  });
  const mallory = part({
    kind: "mallory",
    machine: setup({}).createMachine({
      id: "mallory",
      initial: "listening",
      states: { listening: { on: { "net.answer": {} } } },
    }),
  });
  const halves = [publicKey(keyOfAna), publicKey(keyOfBob)];
  const declared = protocol<unknown>({
    name,
    says: name,
    compose: () =>
      compose({
        parts: [
          bob.as("bob", { owner: "bob" }, {}),
          mallory.as("mallory", { owner: "mallory" }, {}),
        ],
        channels: [
          channel("to bob", { from: "mallory", to: "bob" }),
          channel("to mallory", { from: "bob", to: "mallory" }),
        ],
        coalitions: [
          coalition("bob", [keyOfBob, bobsNonce, decoy, ...halves]),
          coalition("mallory", halves),
        ],
        adversaries: [
          adversary("mallory", {
            says: "Mallory says hello in Ana's name",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "inject"],
            effort: { injections: 2, names: 2 },
          }),
        ],
      }),
  });
  return {
    scenarioName: "hello",
    protocol: declared,
    promises: [
      promise({
        id: "A",
        title: "Friends",
        says: "Whom Bob knows is his business.",
        source: "Abadi and Fournet, 2004",
        invariants: {
          "A.a": indistinguishable({
            says: "Mallory cannot tell whether Bob knows Ana",
            observer: {
              says: "Mallory",
              of: ({ owner }) => (owner === "mallory" ? owner : undefined),
            },
            secret: {
              says: "whether Bob befriends Ana",
              moves: ({ event }) => event === "user.befriend",
            },
            traits: ["lengths", "timing", "choices"],
          }),
        },
      }),
    ],
    scenario: scenario<unknown>({
      says: "Bob knows Ana, or not.",
      protocols: [declared],
      adversary: "mallory",
      cast: {},
      mayDo: { bob: ["user.befriend", "user.open"] },
      bound: { moves: 12 },
      about: ["A"],
    }),
  };
};

const forAna = (nonce: Term): Term => seal(publicKey(keyOfAna), pair(nonce, bobsNonce));

const all = (task: Task) => exhaust(task, { together: false, watch: () => undefined });
const some = (task: Task) =>
  mergeChunks(task, [searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 1_200 })], false);

test.each<readonly [string, Manner, string, number]>([
  ["only a friend gets an answer", { friend: forAna, stranger: undefined }, "sight", 1],
  [
    "an answer that Mallory can make as well",
    { friend: (nonce) => mac(nonce, atom("yes")), stranger: () => mac(decoy, atom("yes")) },
    "test",
    1,
  ],
  [
    "an answer that is longer",
    { friend: forAna, stranger: () => seal(publicKey(keyOfAna), decoy) },
    "length",
    1,
  ],
  [
    "one decoy for all",
    { friend: forAna, stranger: () => seal(publicKey(keyOfAna), pair(decoy, bobsNonce)) },
    "test",
    2,
  ],
])("it shows by hellos of hers: %s", (name, manner, by, hellos) => {
  const task = askedOf(name, manner);
  for (const search of [all, some]) {
    const [found, ...others] = search(task).counterexamples;
    expect(others).toEqual([]);
    const [first, second, ...moves] = found!.steps.map(({ move }) => move);
    expect([first, second]).toEqual(["left alone: bob user.befriend", "bob user.open"]);
    expect(moves).toHaveLength(hellos);
    for (const move of moves)
      expect(move).toMatch(/^inject to bob \[bob net\.hello .* with mallory's randomness\]$/);
    expect(found!.pair!.difference.by).toBe(by);
  }
});

test("it does not where a stranger gets a decoy of its own for each hello", () => {
  const stranger = (nonce: Term): Term =>
    seal(publicKey(keyOfAna), pair(mac(decoy, nonce), bobsNonce));
  const task = askedOf("decoys", { friend: forAna, stranger });
  const { counterexamples, relations, tested } = all(task);
  expect(counterexamples).toEqual([]);
  expect(relations).toMatchObject([{ exhaustive: true, unresolved: 0, observers: ["mallory"] }]);
  expect(tested["A.a"]).toBeGreaterThan(10);
  expect(some(task).counterexamples).toEqual([]);
});
