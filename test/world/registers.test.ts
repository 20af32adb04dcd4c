import { describe, expect, test } from "vitest";
import {
  anything,
  atom,
  channel,
  coalition,
  compose,
  encrypt,
  fresh,
  learn,
  nothing,
  pair,
  part,
  publicKey,
  remember,
  seal,
  secret,
  send,
  tuple,
  vocabulary,
  type Composition,
  type PartDeclaration,
  type Term,
} from "../../src/index.ts";
import { Mistake } from "../../src/mistake.ts";
import { LiveWorld } from "../../src/world/index.ts";
import { BothWorlds, freedomOf } from "./both-worlds.ts";
import { answering } from "./letters.ts";

const { states } = vocabulary<{
  began: { nonce: string };
  met: { who: string; nonce: string };
  refused: { by: string };
  restarted: { nonce: string };
}>();

const keyOf = (who: Term): Term => secret(`key of ${who.label} who meets`);
const [ana, bob] = ["ana", "bob"].map((name) => atom(name)) as [Term, Term];
const nb = secret("nonce of bob who meets");

/** Whoever begins: sends a nonce, and takes only an answer that has it. */
const initiator = part<{ me: Term; peer: Term }, "na", "nb">({
  kind: "initiator",
  machine: answering("initiator", {
    "user.meet": ["asks"],
    "net.answer": ["closes"],
    "net.refused": ["refuses"],
    "device.restarted": ["restarted"],
  }),
  intents: {
    "user.meet": {
      limit: "nonces",
      carries: fresh(({ name }, count) => secret(`nonce ${count} of ${name}`)),
    },
  },
  holds: ["na"],
  forgets: ["na"],
  accepts: {
    "net.answer": ({ me, held }) => seal(publicKey(keyOf(me)), pair(held.na, anything("nb"))),
  },
  onRefused: "net.refused",
  onRestart: "device.restarted",
  emits: {
    asks: [
      remember(({ carried }) => ({ na: carried })),
      states("began", ({ carried }) => ({ nonce: carried.label })),
      send(({ me, peer, carried }) => ({
        over: "out",
        to: "bob",
        event: { type: "net.ask" },
        carrying: seal(publicKey(keyOf(peer)), pair(carried, me)),
      })),
    ],
    closes: [
      states("met", ({ peer, bound }) => ({ who: peer.label, nonce: bound.nb.label })),
      send(({ peer, bound }) => ({
        over: "out",
        to: "bob",
        event: { type: "net.close" },
        carrying: seal(publicKey(keyOf(peer)), bound.nb),
      })),
    ],
    refuses: [states("refused", ({ name: by }) => ({ by }))],
    restarted: [states("restarted", ({ held }) => ({ nonce: held.na.label }))],
  },
});

/** Whoever answers: nothing tells its machine of what it refuses. */
const responder = part<{ me: Term }, "who" | "na", "who" | "na">({
  kind: "responder",
  machine: answering("responder", { "net.ask": ["answers"], "net.close": ["closed"] }),
  holds: ["who", "na"],
  accepts: {
    "net.ask": ({ me }) =>
      seal(publicKey(keyOf(me)), pair(anything("na"), anything("who", { kinds: ["atom"] }))),
    "net.close": ({ me }) => seal(publicKey(keyOf(me)), nb),
  },
  emits: {
    answers: [
      remember(({ bound: { who, na } }) => ({ who, na })),
      learn(({ owner }) => ({ who: owner, term: nb })),
      send(({ bound }) => ({
        over: "back",
        to: "ana",
        event: { type: "net.answer" },
        carrying: seal(publicKey(keyOf(bound.who)), pair(bound.na, nb)),
      })),
    ],
    closed: [states("met", ({ held }) => ({ who: held.who.label, nonce: held.na.label }))],
  },
});

const meeting = (): Composition =>
  compose({
    parts: [
      initiator.as("ana", { owner: "ana" }, { me: ana, peer: bob }),
      responder.as("bob", { owner: "bob" }, { me: bob }),
    ],
    channels: [
      channel("out", { from: "ana", to: "bob" }),
      channel("back", { from: "bob", to: "ana" }),
    ],
    coalitions: [
      coalition("ana", [keyOf(ana), publicKey(keyOf(bob))]),
      coalition("bob", [keyOf(bob), publicKey(keyOf(ana))]),
    ],
  });

const free = { mayDo: { ana: ["user.meet"] }, bound: { nonces: 2 } };
const [meet, out, back] = ["ana user.meet", "deliver out", "deliver back"] as const;

/** What somebody holds, in both worlds. */
const holds = ({ tables, live }: BothWorlds, who: string): Record<string, string> => {
  const { plan, layout, cells, entries } = tables;
  const held = live.members.get(who)!.held;
  for (const [at, { part: index, name }] of plan.registers.entries())
    if (plan.parts[index]!.part.name === who) {
      const term = held.get(name)!;
      expect([...entries.items(cells[layout.registers + at]!)]).toEqual(
        term === nothing ? [] : [term.id],
      );
    }
  return Object.fromEntries([...held].map(([name, { label }]) => [name, label]));
};

describe("a handshake", () => {
  test("takes its own nonces back", () => {
    const world = new BothWorlds(meeting(), free);
    expect(world.told([meet, out, back, out], "who", "nonce")).toEqual([
      "began nonce 1 of ana",
      `met bob ${nb.label}`,
      "met ana nonce 1 of ana",
    ]);
    expect(holds(world, "bob")).toEqual({ who: "ana", na: "nonce 1 of ana" });
  });

  test("refuses an answer to an earlier question, and says so where the machine names that", () => {
    const world = new BothWorlds(meeting(), free);
    world.take(meet, out, meet);
    expect(world.told([back], "by")).toEqual(["refused ana"]);
    expect(world.told([out, back], "who")).toEqual(["met bob"]);
  });

  test("whose nonce is lost in a crash takes no answer; what is durable stays", () => {
    const world = new BothWorlds(meeting(), { ...free, faults: { crash: 2 } });
    world.take(meet, out);
    expect(world.told(["crash ana"], "nonce")).toEqual(["restarted nothing"]);
    expect(holds(world, "ana")).toEqual({ na: "nothing" });
    expect(world.told([back], "by")).toEqual(["refused ana"]);
    expect(holds(world, "bob")["na"]).toBe("nonce 1 of ana");
  });

  test("is cut short by a crash before anything is remembered", () => {
    const world = new BothWorlds(meeting(), { ...free, faults: { crash: 1 } });
    expect(world.offers).toContain(`crash after 0 of: ${meet}`);
    world.take(`crash after 0 of: ${meet}`);
    expect(holds(world, "ana")).toEqual({ na: "nothing" });
  });

  test("offers no crash inside a step in which nothing is heard", () => {
    const world = new BothWorlds(meeting(), { ...free, faults: { crash: 1, duplicate: 1 } });
    world.take(meet, out, back);
    // Bob's machine cannot crash, and what Ana refuses has one output.
    world.take("duplicate out");
    expect(world.offers.filter((name) => name.startsWith("crash after"))).toEqual([
      `crash after 0 of: ${meet}`,
    ]);
  });
});

describe("a mistake is told", () => {
  const mistakeOf = (make: () => unknown): Mistake => {
    try {
      make();
    } catch (error) {
      if (error instanceof Mistake) return error;
      throw error;
    }
    return expect.fail("it was accepted");
  };

  const going = (declaration: Partial<PartDeclaration<Record<string, never>>>) =>
    part({
      kind: "goer",
      machine: answering("goer", { "user.go": ["went"], "net.come": ["came"] }),
      intents: { "user.go": {} },
      ...declaration,
      emits: {
        went: [
          send(() => ({
            over: "round",
            to: "ana",
            event: { type: "net.come" },
            carrying: encrypt(secret("k"), tuple(atom("a"), atom("b"))),
          })),
        ],
        came: [],
        ...declaration.emits,
      },
    });

  /** Ana goes, and what she sends comes back to her. */
  const round = (declaration: Partial<PartDeclaration<Record<string, never>>>) => (): void => {
    const composition = compose({
      parts: [going(declaration).as("ana", { owner: "ana" }, {})],
      channels: [channel("round", { from: "ana", to: "ana" })],
      coalitions: [coalition("ana", [secret("k")])],
    });
    const world = new LiveWorld(composition, freedomOf({ mayDo: { ana: ["user.go"] } }), []);
    world.take("ana user.go");
    world.take("deliver round");
  };

  test.for<[what: string, make: () => unknown, told: RegExp]>([
    ["a register twice", () => going({ holds: ["x", "x"] }), /holds "x" twice/],
    [
      "what it does not hold",
      () => going({ holds: ["x"], forgets: ["y"], onRestart: "net.come" }),
      /forgets "y", which it does not hold/,
    ],
    [
      "forgetting that the machine is not told of",
      () => going({ holds: ["x"], forgets: ["x"] }),
      /its machine is not told/,
    ],
    [
      "a pattern for an intent",
      () => going({ accepts: { "user.go": () => nothing } }),
      /accepts "user.go" by a pattern, and that is an intent/,
    ],
    [
      "an unknown register",
      round({ emits: { came: [states("refused", ({ held }) => ({ by: held["x"]!.label }))] } }),
      /asks for a register "x", which it does not have/,
    ],
    [
      "an unknown register in a pattern",
      round({ holds: ["z"], accepts: { "net.come": ({ held }) => held["x"] } }),
      /asks for a register "x"/,
    ],
    [
      "remembering where there is no register",
      round({ emits: { came: [remember(({ carried }) => ({ x: carried }))] } }),
      /remembers "x", and there is no such register/,
    ],
    [
      "a variable that is not bound",
      round({
        accepts: { "net.come": () => anything("all") },
        emits: { came: [states("refused", ({ bound }) => ({ by: bound["some"]!.label }))] },
      }),
      /asks what "some" is bound to.*"came"/,
    ],
    [
      "a variable that nobody can read",
      round({ accepts: { "net.come": () => encrypt(anything("k"), anything("text")) } }),
      /nobody can read "k"/,
    ],
  ])("%s", ([, make, told]) => {
    const { text } = mistakeOf(make);
    expect(text.what).toMatch(told);
    expect(text.todo).toBeTruthy();
  });

  test("a key that the owner does not have, where it is named", () => {
    const composition = compose({
      parts: [
        going({}).as("ana", { owner: "ana" }, {}),
        going({ accepts: { "net.come": () => encrypt(secret("k"), anything("all")) } }).as(
          "bob",
          { owner: "bob" },
          {},
        ),
      ],
      channels: [channel("round", { from: "ana", to: "bob" })],
      coalitions: [coalition("ana", [secret("k")]), coalition("bob")],
    });
    const sending = part({
      kind: "sender",
      machine: answering("sender", { "user.go": ["went"] }),
      intents: { "user.go": {} },
      emits: {
        went: [
          send(() => ({
            over: "round",
            to: "bob",
            event: { type: "net.come" },
            carrying: encrypt(secret("k"), atom("a")),
          })),
        ],
      },
    }).as("ana", { owner: "ana" }, {});
    const world = new LiveWorld(
      { ...composition, parts: [sending, composition.parts[1]!] },
      freedomOf({ mayDo: { ana: ["user.go"] } }),
      [],
    );
    world.take("ana user.go");
    const { text } = mistakeOf(() => world.take("deliver round"));
    expect(text.what).toMatch(/bob accepts .* and bob cannot tell whether it is/);
    expect(text.where?.file).toBe(import.meta.filename);
  });
});
