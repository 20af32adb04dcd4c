import { describe, expect, test } from "vitest";
import { emit, setup } from "xstate";
import {
  adversary,
  anything,
  atom,
  body,
  channel,
  coalition,
  compose,
  encrypt,
  fresh,
  hash,
  keep,
  pair,
  part,
  remember,
  secret,
  send,
  store,
  vocabulary,
  type Ability,
  type Adversary,
  type Composition,
  type Term,
} from "../../src/index.ts";
import { Mistake } from "../../src/mistake.ts";
import { World } from "../../src/world/index.ts";
import { BothWorlds, freedomOf, type Freely } from "./both-worlds.ts";
import { answering } from "./letters.ts";

const { states } = vocabulary<{
  heard: { what: string };
  told: { mode: string };
  late: Record<string, never>;
  dropped: { message: string; channel: string };
  learned: { by: string; message: string };
}>();

const key = secret("key of ana and bob who are attacked");
const stolen = secret("what mallory has");

/** Ana writes to Bob, and waits ten days for nothing. */
const writer = part({
  kind: "attacked writer",
  machine: answering("attacked-writer", { "user.write": ["writes"] }),
  intents: {
    "user.write": {
      limit: "letters",
      carries: fresh((_, count) => body(`attacked letter ${count}`, { from: "ana" })),
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

const reader = part<object, "last", "text" | "token">({
  kind: "attacked reader",
  machine: answering("attacked-reader", {
    "net.letter": ["hears"],
    "net.token": ["echoes"],
    "net.mode": ["tells"],
    "net.plain": ["tells"],
  }),
  holds: ["last"],
  accepts: {
    "net.letter": () => encrypt(key, anything("text", { kinds: ["body"] })),
    "net.token": ({ held }) => pair(anything("token", { kinds: ["secret"] }), hash(held.last)),
    "net.mode": { fields: () => ({ mode: ["host", "vendor"] }) },
  },
  emits: {
    hears: [
      remember(({ bound }) => ({ last: bound.text })),
      keep(({ bound }) => ({ store: "log", term: bound.text })),
      states("heard", ({ bound }) => ({ what: bound.text.label })),
    ],
    echoes: [states("heard", ({ bound }) => ({ what: bound.token.label }))],
    tells: [states("told", () => ({ mode: "some" }))],
  },
});

const bell = part({
  kind: "bell",
  machine: setup({ actions: { ring: emit({ type: "rings" }) } }).createMachine({
    id: "bell",
    initial: "waiting",
    states: { waiting: { after: { 10: { target: "rung", actions: "ring" } } }, rung: {} },
  }),
  emits: { rings: [states("late", () => ({}))] },
});

const mallory = (may: readonly Ability[], more: Partial<Adversary> = {}): Adversary =>
  adversary("M", {
    says: "Mallory.",
    coalition: "mallory",
    controls: ["wire"],
    may,
    ...(more as object),
  });

const wired = (...adversaries: readonly Adversary[]): Composition =>
  compose({
    parts: [
      writer.as("ana", { owner: "ana" }, {}),
      reader.as("bob", { owner: "bob" }, {}),
      bell.as("bell", { owner: "ana" }, {}),
    ],
    channels: [
      channel("wire", { from: "ana", to: "bob", capacity: 3 }),
      channel("back", { from: "bob", to: "ana" }),
    ],
    coalitions: [coalition("ana", [key]), coalition("bob", [key])],
    stores: [store("log", "bob")],
    adversaries,
  });

const relay = (shapes: readonly Term[]) =>
  part({
    kind: "attacked relay",
    machine: answering("attacked-relay", { "net.letter": ["passes"] }),
    accepts: {
      "net.letter": {
        term: () => encrypt(key, anything("text")),
        shapes: () => shapes,
      },
    },
    emits: { passes: [send(() => ({ over: "wire", to: "bob", event: { type: "net.letter" } }))] },
  });

/** Mallory, who has the key, reaches Bob by way of a relay. */
const relayedBy = (shapes: readonly Term[]): BothWorlds =>
  new BothWorlds(
    compose({
      parts: [
        relay(shapes).as("relay", { owner: "relay" }, {}),
        reader.as("bob", { owner: "bob" }, {}),
      ],
      channels: [
        channel("to relay", { from: "bob", to: "relay" }),
        channel("wire", { from: "relay", to: "bob" }),
      ],
      coalitions: [coalition("relay", [key]), coalition("bob", [key])],
      stores: [store("log", "bob")],
      adversaries: [
        mallory(["inject"], {
          controls: ["to relay"],
          knows: [key, body("attacked letter 0", { from: "ana" })],
        }),
      ],
    }),
    { ...free, mayDo: {} },
  );

const free: Freely = { mayDo: { ana: ["user.write"] }, bound: { letters: 3 }, adversary: "M" };
const attackedBy = (one: Adversary, freely: Freely = {}): BothWorlds =>
  new BothWorlds(wired(one), { ...free, ...freely });

const [write, deliver] = ["ana user.write", "deliver wire"] as const;
const sent = (count: number): string => `{attacked letter ${count}} under ${key.label}`;
const attacks = ({ offers }: BothWorlds): string[] =>
  offers.filter((name) => /^(suppress|overtake|withhold|replay|inject|corrupt|breach)/.test(name));

describe("an adversary", () => {
  test("who is not switched on does nothing, and sees nothing", () => {
    const world = new BothWorlds(wired(mallory(["observe", "drop", "inject"])), {
      ...free,
      adversary: undefined,
    });
    world.take(write);
    expect(attacks(world)).toEqual([]);
    expect(world.tables.plan.coalitions.map(({ name }) => name)).toEqual(["ana", "bob"]);
  });

  test("who observes learns what is sent, and can open it with a key", () => {
    const world = attackedBy(mallory(["observe"], { knows: [key] }));
    expect(world.told([write], "by")).toContain("learned mallory");
    expect(world.reads("mallory")).toEqual(["attacked letter 1"]);
    expect(attacks(world)).toEqual([]);
  });

  test("who drops takes the next message, and what is lost is told as ever", () => {
    const world = attackedBy(mallory(["drop"]));
    expect(attacks(world)).toEqual([]);
    world.take(write, write);
    expect(attacks(world)).toEqual(["suppress wire"]);
    expect(world.told(["suppress wire"], "message", "channel")).toEqual([
      "dropped attacked letter 1 wire",
    ]);
    expect(world.told([deliver], "what")).toContain("heard attacked letter 2");
  });

  test("who reorders lets the last come first", () => {
    const world = attackedBy(mallory(["reorder"]));
    world.take(write, write, write);
    expect(attacks(world)).toEqual(
      [2, 3].map((at) => `overtake wire [bob net.letter ${sent(at)}]`),
    );
    expect(world.told([`overtake wire [bob net.letter ${sent(3)}]`], "what")).toContain(
      "heard attacked letter 3",
    );
    expect(world.told([deliver], "what")).toContain("heard attacked letter 1");
  });

  test("who replays sends what was there, whether it has arrived or not, as often as the effort goes", () => {
    const world = attackedBy(
      mallory(["observe", "replay"], { effort: { injections: 2, depth: 0, names: 0 } }),
    );
    world.take(write, deliver);
    const again = `replay wire [bob net.letter ${sent(1)}]`;
    expect(attacks(world)).toEqual([again]);
    expect(world.told([again], "what")).toContain("heard attacked letter 1");
    world.take(again);
    expect(attacks(world)).toEqual([]);
  });

  test("who injects makes up what is taken and can be made, and every choice of fields", () => {
    const world = attackedBy(mallory(["observe", "inject"], { knows: [stolen] }));
    expect(attacks(world)).toEqual([
      "inject wire [bob net.mode mode=host nothing]",
      "inject wire [bob net.mode mode=vendor nothing]",
    ]);
    expect(world.told(["inject wire [bob net.mode mode=host nothing]"], "mode")).toEqual([
      "told some",
    ]);
    world.take(write, deliver);
    // The letter that Bob holds is hashed in what he takes next: Mallory has only its ciphertext.
    expect(attacks(world)).toContain(`inject wire [bob net.letter ${sent(1)}]`);
    expect(attacks(world).filter((name) => name.includes("net.token"))).toEqual([]);
  });

  test("who knows what a receiver holds can say so, with secrets of their own", () => {
    const world = attackedBy(
      mallory(["inject"], { knows: [stolen, key, body("attacked letter 1", { from: "ana" })] }),
    );
    world.take(write, deliver);
    const tokens = attacks(world).filter((name) => name.includes("net.token"));
    const hashed = "hash of attacked letter 1";
    expect(tokens).toEqual(
      ["M's secret 1", key.label, stolen.label]
        .map((name) => `inject wire [bob net.token (${name}, ${hashed})]`)
        .toSorted(),
    );
    expect(world.told([tokens[0]!], "what")).toEqual(["unsent", "heard M's secret 1"]);
  });

  test("makes up for a receiver who can look into nothing what it is for whoever gets it next", () => {
    const world = relayedBy([encrypt(key, anything("text", { kinds: ["body"] }))]);
    const letter = `{attacked letter 0} under ${key.label}`;
    expect(attacks(world)).toEqual([`inject to relay [relay net.letter ${letter}]`]);
    world.take(attacks(world)[0]!);
    expect(world.told([deliver], "what")).toContain("heard attacked letter 0");
  });

  test("is told if what it makes for a receiver is not taken", () => {
    const make = () => attacks(relayedBy([hash(atom("something else"))]));
    expect(make).toThrow(Mistake);
    expect(make).toThrow(/relay has shapes for "net.letter", and takes nothing/);
    const unread = () => attacks(relayedBy([encrypt(key, hash(anything("text")))]));
    expect(unread).toThrow(/in which nobody can read "text"/);
  });

  test("goes as far as the scenario says", () => {
    const world = attackedBy(mallory(["inject"]), { bound: { letters: 1, injections: 0 } });
    expect(attacks(world)).toEqual([]);
  });

  test("reaches nobody who is offline", () => {
    const world = attackedBy(mallory(["inject"]), { faults: { offline: 1 } });
    world.take("offline bob");
    expect(attacks(world)).toEqual([]);
  });

  test("who delays holds messages back while time passes", () => {
    const world = attackedBy(mallory(["delay"]));
    expect(attacks(world)).toEqual([]);
    world.take(write);
    expect(attacks(world)).toEqual(["withhold +10"]);
    expect(world.told(["withhold +10", "timer bell waiting.10"])).toEqual(["late"]);
    expect(world.told([deliver], "what")).toContain("heard attacked letter 1");
  });

  test("who delays cannot hold back what is not theirs", () => {
    const world = attackedBy(mallory(["delay"], { controls: ["back"] }));
    world.take(write);
    expect(attacks(world)).toEqual([]);
  });

  test("leaves alone what others control, unless everything is theirs", () => {
    for (const [controlled, count] of [
      [["back"], 0],
      [["bob"], 1],
      ["everything", 1],
    ] as const) {
      const world = attackedBy(mallory(["drop"], { controls: controlled }));
      world.take(write);
      expect(attacks(world)).toHaveLength(count);
    }
  });

  test("who corrupts a unit gets its keys and what it holds, and no more for a moment", () => {
    const world = attackedBy(mallory(["observe"], { corrupts: { bob: {} } }));
    world.take(write, deliver);
    expect(world.reads("mallory")).toEqual([]);
    expect(attacks(world)).toEqual(["corrupt bob"]);
    // The key opens what was overheard; the register would have given it away as well.
    expect(world.told(["corrupt bob"], "unit", "message")).toEqual([
      "corrupted bob",
      "learned attacked letter 1",
    ]);
    expect(attacks(world)).toEqual([]);
  });

  test("who corrupts a unit for good sees what it gets from then on, and its channels are theirs", () => {
    const world = attackedBy(
      mallory(["drop"], { controls: [], corrupts: { bob: { lasting: true, gives: [key] } } }),
    );
    world.take(write, "corrupt bob");
    expect(world.reads("mallory")).toEqual([]);
    expect(attacks(world)).toEqual(["suppress wire"]);
    expect(world.told([deliver], "by", "message")).toContain("learned mallory attacked letter 1");
    expect(world.told([write], "by")).toContain("learned mallory");
  });

  test("who corrupts a unit without its keys has what it holds", () => {
    const world = attackedBy(mallory([], { corrupts: { bob: { gives: [] } } }));
    world.take(write, deliver, "corrupt bob");
    expect(world.reads("mallory")).toEqual(["attacked letter 1"]);
  });

  test("to whom a store is laid open reads what is in it then", () => {
    const world = attackedBy(mallory([], { breaches: ["log"] }));
    world.take(write, deliver);
    expect(world.told(["breach log"], "store", "message")).toEqual([
      "breached log",
      "learned attacked letter 1",
    ]);
    world.take(write, deliver);
    expect(world.reads("mallory")).toEqual(["attacked letter 1"]);
  });

  test("is no fault of anybody's: nothing is owed to them", () => {
    const world = attackedBy(mallory(["observe", "drop", "delay", "replay", "inject"]));
    world.take(write);
    expect(attacks(world).length).toBeGreaterThan(3);
    expect(world.calm).toEqual([deliver]);
  });
});

describe("a declaration of an adversary is refused", () => {
  test.for<[what: string, make: () => unknown, told: RegExp]>([
    [
      "with an unknown ability",
      () => mallory(["shout" as Ability]),
      /may "shout", which is no ability/,
    ],
    ["that replays unseen", () => mallory(["replay"]), /may replay what it may not observe/],
    ["with a misspelt field", () => mallory([], { sees: 1 } as object), /has a field "sees"/],
    [
      "with a misspelt effort",
      () => mallory([], { effort: { depht: 1 } } as object),
      /has a field "depht"/,
    ],
    [
      "that controls nothing there is",
      () => wired(mallory([], { controls: ["air"] })),
      /controls "air"/,
    ],
    ["of what is no unit", () => wired(mallory([], { corrupts: { zoe: {} } })), /corrupts "zoe"/],
    ["of what is no store", () => wired(mallory([], { breaches: ["attic"] })), /lays open "attic"/],
    ["above somebody unknown", () => wired(mallory([], { above: ["N"] })), /is above "N"/],
    ["above itself", () => wired(mallory([], { above: ["M"] })), /is above itself/],
    ["twice", () => wired(mallory([]), mallory([])), /two adversaries called "M"/],
  ])("%s", ([, make, told]) => {
    expect(make).toThrow(Mistake);
    expect(make).toThrow(told);
  });

  test("one that nobody declared cannot be switched on", () => {
    const make = (): World => new World(wired(mallory([])), freedomOf({ adversary: "N" }), []);
    expect(make).toThrow(/there is no adversary "N"[\s\S]*declares M/);
  });
});
