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
  known,
  learn,
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
} from "../../../src/index.ts";
import { attackersLines, isAsPermitted, styleFor } from "../../../src/report/index.ts";
import {
  attackedBy,
  askedFor,
  attackersInTurn,
  decodeToken,
  goalNamed,
  replayTrace,
  visited,
  type AttackAsk,
  type Attackers,
  type Task,
  type Visited,
  type Way,
} from "../../../src/search/index.ts";
import { answering } from "../../world/letters.ts";
import { emit, setup } from "xstate";

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

const visitUpTo =
  (states: number, task: Task) =>
  (ask: AttackAsk): Visited =>
    visited(task, ask, (standing) => (standing.states >= states ? "states" : undefined));

const found = (expects: Scenario["expects"] = {}, states = 10_000) => {
  const task = taskWith(expects);
  return attackersInTurn(task, visitUpTo(states, task));
};

const breaksOf = ({ ways }: Attackers) => ways.filter(({ reader }) => reader === undefined);

const namesOf = ({ sets }: Way): readonly (readonly string[])[] =>
  sets.map(({ elements }) => elements.map(({ name }) => name));

describe("who breaks a promise", () => {
  test("is told with every minimal set of capabilities that suffices, and a story of each", () => {
    const { stopped } = found();
    expect(stopped).toEqual([]);
    const broken = breaksOf(found());
    expect(broken.map(({ adversary: who, invariant }) => [who, invariant])).toEqual([
      ["thief", "S.a"],
    ]);
    const [way] = broken as [Way];
    expect(way.already).toBe(false);
    expect(namesOf(way)).toEqual([["breach log"], ["observe", "corrupt ana"]]);
    const task = attackedBy(taskWith({}), "thief");
    for (const { witness } of way.sets) {
      const moves = witness.steps.map(({ move }) => move);
      expect(replayTrace(task, { moves }).broken.map(({ invariant }) => invariant)).toEqual([
        "S.a",
      ]);
    }
  });

  test("is a finding where nobody permits it, and so is what does not come although it is permitted", () => {
    const permit = { "S.a": breaks("they have everything") };
    expect(isAsPermitted(found())).toBe(false);
    expect(isAsPermitted(found({ "post against thief": permit }))).toBe(true);
    const tooMuch = found({ "post against thief": permit, "post against listener": permit });
    expect(tooMuch.unused).toEqual([
      { invariant: "S.a", adversary: "listener", reader: undefined },
    ]);
    expect(isAsPermitted(tooMuch)).toBe(false);
  });

  test("is inconclusive where searches were stopped: there may be more, and less may be enough", () => {
    const expects = { "post against listener": { "S.a": breaks("so") } };
    const task = taskWith(expects);
    const visit = visitUpTo(10_000, task);
    const stoppedAt =
      (stops: (ask: AttackAsk) => boolean) =>
      (ask: AttackAsk): Visited =>
        stops(ask) ? { came: [], complete: false } : visit(ask);
    const listening = attackersInTurn(
      task,
      stoppedAt(({ adversary }) => adversary === "listener"),
    );
    expect(listening.stopped).toEqual(["listener"]);
    // Nobody knows that it does not come.
    expect(listening.unused).toEqual([]);
    const halfway = attackersInTurn(
      task,
      stoppedAt(
        ({ elements }) => !["breach log", "corrupt ana"].some((one) => elements.includes(one)),
      ),
    );
    const [{ sets }] = breaksOf(halfway) as [Way];
    expect(sets.map(({ minimal }) => minimal)).toEqual([true, false]);
    expect(halfway.stopped).toContain("thief");
  });

  test("is told in plain words", () => {
    const style = styleFor({ flag: false, env: {}, isTTY: false, columns: 100 });
    const text = attackersLines(found(), taskWith({}).promises, style).join("\n");
    expect(text).toContain("first broken by thief: breach log; or observe and corrupt ana");
    expect(text).toContain("over-permission");
    expect(text).toContain("read by ana and bob, as it permits: nobody has to let them");
    expect(text).toContain("log is laid open to the adversary");
  });
});

const sharer = (reaches: boolean) =>
  part({
    kind: reaches ? "sought sharer" : "sought sharer in vain",
    machine: setup({
      types: { events: {} as { type: "user.show"; to: string } },
      actions: { show: emit(({ event }) => ({ type: "shows", to: event.to })) },
    }).createMachine({
      id: "showing",
      initial: "showing",
      states: { showing: { on: { "user.show": { actions: "show" } } } },
    }),
    intents: {
      "user.show": {
        fields: () => ({ to: ["cem", "dora"] }),
        carries: known(),
        limit: "shares",
        opens: "grant",
      },
    },
    emits: {
      shows: [
        factStates("shown", ({ carried, it }) => ({
          message: carried.label,
          by: "bob",
          with: String(it["to"]),
        })),
        ...(reaches
          ? [learn(({ carried, it }) => ({ who: String(it["to"]), term: carried }))]
          : []),
      ],
    },
  });

const { noun: factNoun, states: factStates } = vocabulary<{
  learned: { by: string; message: string };
  shown: { message: string; by: string; with: string };
}>();

const sharing = (reaches: boolean): Task => {
  const shared = protocol<object>({
    name: reaches ? "shared" : "shared in vain",
    says: "Bob may show a letter to others.",
    compose: () =>
      compose({
        parts: [
          writer.as("ana", { owner: "ana" }, {}),
          reader.as("bob", { owner: "bob" }, {}),
          sharer(reaches).as("bob's hand", { owner: "bob" }, {}),
        ],
        channels: [channel("wire", { from: "ana", to: "bob" })],
        coalitions: [
          coalition("ana", [key]),
          coalition("bob", [key]),
          coalition("cem"),
          coalition("dora"),
        ],
        stores: [store("log", "bob")],
      }),
  });
  return {
    scenario: scenario<object>({
      says: "Ana writes, and Bob shows it to Cem.",
      protocols: [shared],
      cast: {},
      mayDo: { ana: ["user.write"], bob: ["user.show to=cem"] },
      bound: { moves: 6, letters: 1, shares: 1 },
      about: ["S"],
    }) as Task["scenario"],
    scenarioName: "sharing",
    protocol: shared as Task["protocol"],
    promises: [
      promise({
        id: "S",
        title: "Secret",
        says: "Letters are secret.",
        source: "us",
        invariants: {
          "S.a": confined({
            says: "Only Ana and Bob read it, and whom they show it",
            whenever: factNoun({
              of: "learned",
              says: "somebody reads it",
              naming: ({ by }) => ({ reader: by }),
            }),
            shared: factNoun({
              of: "shown",
              says: "somebody shows it",
              naming: (fact) => ({ reader: fact.with }),
            }),
            audience: () => ["ana", "bob"],
          }),
        },
      }),
    ],
  };
};

describe("who is let read", () => {
  test("reads by that grant and no other, and nothing is broken", () => {
    const task = sharing(true);
    const all = attackersInTurn(task, visitUpTo(10_000, task));
    const cem = all.ways.find(({ reader: who }) => who === "cem")!;
    expect(namesOf(cem)).toEqual([["bob user.show to=cem"]]);
    expect(cem.permittedBy).toBe("promise");
    expect(all.ways.some(({ reader: who }) => who === "dora")).toBe(false);
    expect(isAsPermitted(all)).toBe(true);
    const { token, steps } = cem.sets[0]!.witness;
    const goal = goalNamed(decodeToken(token).invariant)!;
    const moves = steps.map(({ move }) => move);
    expect(replayTrace(askedFor(task, [goal]), { moves }).broken).toHaveLength(1);
  });

  test("and never reads, is a finding: the promise permits more than there is", () => {
    const task = sharing(false);
    const all = attackersInTurn(task, visitUpTo(10_000, task));
    expect(all.unused).toEqual([{ invariant: "S.a", adversary: undefined, reader: "cem" }]);
    expect(isAsPermitted(all)).toBe(false);
  });
});
