import { describe, expect, test } from "vitest";
import {
  adversary,
  body,
  breaks,
  channel,
  coalition,
  compose,
  confined,
  encrypt,
  fresh,
  keep,
  part,
  plaintextOf,
  promise,
  protocol,
  scenario,
  secret,
  send,
  store,
  vocabulary,
  type Scenario,
} from "../../src/index.ts";
import { attackersLines, isAsPermitted, styleFor } from "../../src/report/index.ts";
import { attackersOf, replayTrace, attackedBy, type Task } from "../../src/search/index.ts";
import { answering } from "../world/letters.ts";

const key = secret("key of a letter that is sought");
const { noun } = vocabulary<{ learned: { by: string; from: string; to: string } }>();

const writer = part({
  kind: "sought writer",
  machine: answering("sought-writer", { "user.write": ["writes"] }),
  intents: {
    "user.write": {
      limit: "letters",
      carries: fresh(() => body("sought letter", { from: "ana", to: "bob" })),
    },
  },
  emits: {
    writes: [
      send(({ carried }) => ({
        over: "wire",
        to: "bob",
        event: { type: "net.letter" },
        carrying: encrypt(key, carried),
      })),
    ],
  },
});

const reader = part({
  kind: "sought reader",
  machine: answering("sought-reader", { "net.letter": ["keeps"] }),
  emits: { keeps: [keep(({ carried }) => ({ store: "log", term: plaintextOf(key, carried)! }))] },
});

const post = protocol<object>({
  name: "post",
  says: "Letters are locked.",
  compose: () =>
    compose({
      parts: [writer.as("ana", { owner: "ana" }, {}), reader.as("bob", { owner: "bob" }, {})],
      channels: [channel("wire", { from: "ana", to: "bob" })],
      coalitions: [coalition("ana", [key]), coalition("bob", [key])],
      stores: [store("log", "bob")],
      adversaries: [
        adversary("thief", {
          says: "Who takes what they find.",
          coalition: "eve",
          controls: "everything",
          may: ["observe", "drop", "inject"],
          corrupts: { ana: { stores: [] } },
          breaches: ["log"],
          above: ["listener"],
        }),
        adversary("listener", {
          says: "Who listens.",
          coalition: "eve",
          controls: "everything",
          may: ["observe"],
        }),
      ],
    }),
});

const taskWith = (expects: Scenario["expects"]): Task => ({
  scenario: scenario<object>({
    says: "Ana writes.",
    protocols: [post],
    cast: {},
    mayDo: { ana: ["user.write"] },
    bound: { moves: 6, letters: 1 },
    expects,
  }) as Task["scenario"],
  scenarioName: "sought",
  protocol: post as Task["protocol"],
  promises: [
    promise({
      id: "S",
      title: "Secret",
      says: "Letters are secret.",
      source: "us",
      invariants: {
        "S.a": confined({
          says: "Only Ana and Bob read it",
          whenever: noun({
            of: "learned",
            says: "somebody reads it",
            naming: ({ by }) => ({ reader: by }),
          }),
          shared: noun({ of: "learned", says: "nobody passes it on", when: () => false }),
          audience: ({ from, to }) => [String(from), String(to)],
        }),
      },
    }),
  ],
});

const found = (expects: Scenario["expects"] = {}) =>
  attackersOf(taskWith(expects), { states: 10_000 });

describe("who breaks a promise", () => {
  test("is told with every smallest set of powers that suffices, and a story of each", () => {
    const { threats, stopped } = found();
    expect(stopped).toEqual([]);
    expect(threats.map(({ adversary: who, invariant }) => [who, invariant])).toEqual([
      ["thief", "S.a"],
    ]);
    const [{ sets, already }] = threats as [(typeof threats)[0]];
    expect(already).toBe(false);
    expect(sets.map(({ powers }) => powers)).toEqual([["breach log"], ["observe", "corrupt ana"]]);
    const task = attackedBy(taskWith({}), "thief");
    for (const { witness } of sets) {
      const moves = witness.steps.map(({ move }) => move);
      expect(replayTrace(task, { moves }).broken.map(({ invariant }) => invariant)).toEqual([
        "S.a",
      ]);
    }
  });

  test("is a finding where nobody permits it, and so is what does not come although it is permitted", () => {
    const permits = { "S.a": breaks("they have everything") };
    expect(isAsPermitted(found())).toBe(false);
    expect(isAsPermitted(found({ "post against thief": permits }))).toBe(true);
    const tooMuch = found({ "post against thief": permits, "post against listener": permits });
    expect(tooMuch.unused).toEqual([{ invariant: "S.a", adversary: "listener" }]);
    expect(isAsPermitted(tooMuch)).toBe(false);
  });

  test("is told in plain words", () => {
    const style = styleFor({ flag: false, env: {}, isTTY: false, columns: 100 });
    const text = attackersLines(found(), taskWith({}).promises, style).join("\n");
    expect(text).toContain("first broken by thief: breach log; or observe and corrupt ana");
    expect(text).toContain("nobody permits it");
    expect(text).toContain("log is laid open to the adversary");
  });
});
