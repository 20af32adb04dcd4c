import { emit, setup } from "xstate";
import { expect, test } from "vitest";
import {
  adversary,
  anything,
  body,
  channel,
  coalition,
  compose,
  encrypt,
  fresh,
  hash,
  indistinguishable,
  pair,
  part,
  promise,
  protocol,
  remember,
  scenario,
  secret,
  send,
  type Term,
} from "../../../src/index.ts";
import { exhaust, mergeChunks, searchChunk, type Task } from "../../../src/search/index.ts";

/**
 * Ana tells Bob the word of the day, and whoever knows its checksum is let in. Nobody but them sees anything of the
 * word; Mallory tries one, and watches the door.
 */
const key = secret("key of Ana and Bob");

const door = (id: string, isDiscreet: boolean) =>
  setup({
    actions: { note: emit({ type: "notes" }), answer: emit({ type: "answers" }) },
  }).createMachine({
    id,
    initial: "waiting",
    states: {
      waiting: { on: { "net.word": { target: "guarding", actions: "note" } } },
      guarding: {
        on: {
          "net.try": { target: "done", actions: "answer" },
          "try.refused": isDiscreet ? { target: "done", actions: "answer" } : "done",
        },
      },
      done: {},
    },
  });

const asked = (name: string, isDiscreet: boolean, proof: (word: Term) => Term): Task => {
  const ana = part({
    kind: "ana",
    machine: setup({ actions: { tell: emit({ type: "tells" }) } }).createMachine({
      id: "ana",
      initial: "idle",
      states: { idle: { on: { "user.choose": { target: "told", actions: "tell" } } }, told: {} },
    }),
    intents: {
      "user.choose": { carries: fresh((_, count) => body(`word ${count}`, {})), limit: "words" },
    },
    emits: {
      tells: [
        send(({ carried }) => ({
          over: "to bob",
          to: "bob",
          event: { type: "net.word" },
          carrying: encrypt(key, carried),
        })),
      ],
    },
  });
  const bob = part<object, "word", "word">({
    kind: "bob",
    machine: door(name, isDiscreet),
    holds: ["word"],
    onRefused: "try.refused",
    accepts: {
      "net.word": () => encrypt(key, anything("word", { kinds: ["body"] })),
      "net.try": ({ held }) => proof(held.word),
    },
    emits: {
      notes: [remember(({ bound }) => ({ word: bound.word }))],
      answers: [send(() => ({ over: "to mallory", to: "mallory", event: { type: "net.answer" } }))],
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
  const declared = protocol<unknown>({
    name,
    says: name,
    compose: () =>
      compose({
        parts: [
          ana.as("ana", { owner: "ana" }, {}),
          bob.as("bob", { owner: "bob" }, {}),
          mallory.as("mallory", { owner: "mallory" }, {}),
        ],
        channels: [
          channel("to bob", { from: "ana", to: "bob" }),
          channel("to mallory", { from: "bob", to: "mallory" }),
        ],
        coalitions: ["ana", "bob", "mallory"].map((who) =>
          coalition(who, who === "mallory" ? [] : [key]),
        ),
        adversaries: [
          adversary("mallory", {
            says: "Mallory tries words",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "inject"],
            effort: { injections: 1, names: 1 },
          }),
        ],
      }),
  });
  return {
    scenarioName: "door",
    protocol: declared,
    promises: [
      promise({
        id: "W",
        title: "Words",
        says: "The word is theirs.",
        source: "nobody",
        invariants: {
          "W.a": indistinguishable({
            says: "Mallory cannot tell what the word is",
            observer: {
              says: "Mallory",
              of: ({ owner }) => (owner === "mallory" ? owner : undefined),
            },
            secret: { says: "the word", texts: () => true },
            traits: ["timing", "choices"],
          }),
        },
      }),
    ],
    scenario: scenario<unknown>({
      says: "Ana chooses a word.",
      protocols: [declared],
      adversary: "mallory",
      cast: {},
      mayDo: { ana: ["user.choose"] },
      bound: { moves: 12, words: 1 },
      about: ["W"],
    }),
  };
};

const searches = [
  (task: Task) => exhaust(task, { together: false, watch: () => undefined }),
  (task: Task) =>
    mergeChunks(task, [searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 300 })], false),
];

test("whoever tries the right word is let in, in one of the runs", () => {
  for (const search of searches) {
    const [found, ...others] = search(asked("door", false, hash)).counterexamples;
    expect(others).toEqual([]);
    const moves = found!.steps.map(({ move }) => move);
    expect(moves.slice(0, -1)).toEqual(["ana user.choose", "deliver to bob"]);
    // The word of the one run, or that of the other.
    expect(moves.at(-1)).toMatch(/^inject to bob \[bob net\.try hash of word 1′?\], as a guess$/);
    expect(found!.pair!.difference).toMatchObject({ by: "sight" });
  }
});

test.each<readonly [string, boolean, (word: Term) => Term]>([
  ["whoever is refused hears the same", true, hash],
  ["nobody can try a word without the key", false, (word) => hash(pair(key, word))],
])("nobody can tell where %s", (name, isDiscreet, proof) => {
  for (const search of searches) {
    const { counterexamples, relations } = search(asked(name, isDiscreet, proof));
    expect(counterexamples).toEqual([]);
    expect(relations).toMatchObject([{ unresolved: 0 }]);
  }
});
