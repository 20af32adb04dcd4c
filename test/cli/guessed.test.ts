import { expect, test } from "vitest";
import { userProject } from "../user-project.ts";
import { sealcheck } from "./sealcheck.ts";

const models = `
import { adversary, anything, body, channel, coalition, compose, encrypt, fresh, hash, indistinguishable } from "sealcheck";
import { part, promise, protocol, remember, secret, send } from "sealcheck";
import { emit, setup } from "xstate";

const key = secret("key of Ana and Bob");
const ana = part({
  kind: "ana",
  machine: setup({ actions: { tell: emit({ type: "tells" }) } }).createMachine({
    id: "ana",
    initial: "idle",
    states: { idle: { on: { "user.choose": { target: "told", actions: "tell" } } }, told: {} },
  }),
  intents: { "user.choose": { carries: fresh((_, count) => body(\`word \${count}\`, {})), limit: "words" } },
  emits: { tells: [send(({ carried }) => ({ over: "to bob", to: "bob", event: { type: "net.word" }, carrying: encrypt(key, carried) }))] },
});
const bob = part<object, "word", "word">({
  kind: "bob",
  machine: setup({
    actions: { note: emit({ type: "notes" }), answer: emit({ type: "answers" }) },
  }).createMachine({
    id: "bob",
    initial: "waiting",
    states: {
      waiting: { on: { "net.word": { target: "guarding", actions: "note" } } },
      guarding: { on: { "net.word": {}, "net.try": { target: "done", actions: "answer" } } },
      done: {},
    },
  }),
  holds: ["word"],
  accepts: { "net.word": () => encrypt(key, anything("word", { kinds: ["body"] })), "net.try": ({ held }) => hash(held.word) },
  emits: {
    notes: [remember(({ bound }) => ({ word: bound.word }))],
    answers: [send(() => ({ over: "to mallory", to: "mallory", event: { type: "net.answer" } }))],
  },
});
const mallory = part({
  kind: "mallory",
  machine: setup({}).createMachine({ id: "mallory", initial: "on", states: { on: { on: { "net.answer": {} } } } }),
});
export const door = protocol<object>({
  name: "door",
  says: "Whoever knows the checksum of the word is let in.",
  compose: () =>
    compose({
      parts: [ana.as("ana", { owner: "ana" }, {}), bob.as("bob", { owner: "bob" }, {}), mallory.as("mallory", { owner: "mallory" }, {})],
      channels: [channel("to bob", { from: "ana", to: "bob" }), channel("to mallory", { from: "bob", to: "mallory" })],
      coalitions: [coalition("ana", [key]), coalition("bob", [key]), coalition("mallory", [])],
      adversaries: [
        adversary("mallory", { says: "Mallory tries words.", coalition: "mallory", controls: "everything", may: ["observe", "inject"], effort: { injections: 1 } }),
      ],
    }),
});
export const words = promise({
  id: "W",
  title: "Words",
  says: "The word is theirs.",
  source: "nobody",
  invariants: {
    "W.a": indistinguishable({
      says: "Mallory cannot tell what the word is",
      observer: { says: "Mallory", of: ({ owner }) => (owner === "mallory" ? owner : undefined) },
      secret: { says: "the word", texts: () => true },
      traits: ["timing"],
    }),
  },
});
`;

const scenario = `
import { scenario } from "sealcheck";
import { door } from "../models/door.ts";
export default scenario({
  says: "Ana chooses a word.",
  protocols: [door],
  cast: {},
  mayDo: { ana: ["user.choose"] },
  bound: { moves: 12, words: 1 },
  about: ["W"],
  adversary: "mallory",
});
`;

test("a break by a guess is told as one, replayed, and drawn", () => {
  using project = userProject();
  project.write("models/door.ts", models);
  project.write("scenarios/door.ts", scenario);
  const { status, out } = sealcheck(project.folder, ["check", "--workers", "1"]);
  expect(status).toBe(1);
  expect(out.replaceAll(/\s+/g, " ")).toContain("(a guess, the same in both");
  const [, token] = /replay: sealcheck replay (\S+)/.exec(out)!;
  expect(sealcheck(project.folder, ["replay", token!])).toMatchObject({
    status: 0,
    out: expect.stringContaining("W.a breaks again") as string,
  });
  const drawn = sealcheck(project.folder, ["show", token!]);
  expect(drawn.out).toContain("made up by the adversary");
  expect(drawn.status).toBe(0);
});
