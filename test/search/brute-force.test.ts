import { expect, test } from "vitest";
import { emit, setup } from "xstate";
import {
  adversary,
  anything,
  atom,
  channel,
  coalition,
  compose,
  encrypt,
  hash,
  mac,
  never,
  pair,
  part,
  promise,
  protocol,
  publicKey,
  remember,
  scenario,
  seal,
  secret,
  send,
  vocabulary,
  type Term,
} from "../../src/index.ts";
import { exhaust, liveWorldOf, type Task } from "../../src/search/index.ts";
import { compositionOf } from "../../src/search/task.ts";
import { matching, unreadIn } from "../../src/term/index.ts";
import { accepted } from "../../src/world/effects.ts";
import type { LiveItem, LiveWorld } from "../../src/world/live-world.ts";
import { drawing, type Draw } from "../machine/draw.ts";
import { seedsFrom } from "./random-protocol.ts";

/**
 * Bob takes something, answers, takes something else, and is satisfied, all by chance. Mallory is to satisfy him, as a
 * stranger or as somebody who has a key that Bob's friends have, straight away or by way of a relay that can look into
 * nothing. What she makes up lazily must get her there whenever anything does that she can make at all, and as soon.
 */
const [k, s] = ["k of bob", "s of bob"].map((name) => secret(name)) as [Term, Term];
const [x, y] = [anything("x"), anything("y")];
const tag = atom("tag");
const { noun, states } = vocabulary<{ satisfied: { by: string }; took: { by: string } }>();

type Made = (held: Term) => Term;

const firsts: readonly (() => Term)[] = [
  () => x,
  () => pair(x, tag),
  () => pair(x, hash(x)),
  () => encrypt(k, x),
  () => seal(publicKey(s), x),
  () => pair(x, mac(publicKey(s), x)),
];

const replies: readonly Made[] = [
  (got) => encrypt(k, got),
  (got) => encrypt(k, pair(got, tag)),
  (got) => pair(hash(s), got),
  (got) => encrypt(got, k),
  (got) => encrypt(k, hash(got)),
  () => hash(k),
  (got) => mac(k, got),
];

/** What somebody can hope for only who sends something composed first. */
const intricate: readonly Made[] = [() => encrypt(k, hash(tag)), () => encrypt(k, pair(tag, y))];

const seconds: readonly Made[] = [
  ...intricate,
  (got) => encrypt(k, got),
  (got) => encrypt(k, pair(got, y)),
  (got) => pair(hash(s), hash(got)),
  () => k,
  (got) => pair(y, mac(k, got)),
  () => encrypt(hash(k), y),
];

const pick = <One>(draw: Draw, from: readonly One[]): One => from[draw(from.length)]!;

const taskOf = (draw: Draw, name: string): Task => {
  const [first, reply, second] = [pick(draw, firsts), pick(draw, replies), pick(draw, seconds)];
  const isFriend = draw(2) === 0;
  const isRelayed =
    draw(2) === 0 && unreadIn(second(x)).length === 0 && !intricate.includes(second);
  const bob = part<object, "got", "x">({
    kind: name,
    machine: setup({
      actions: { reply: emit({ type: "replies" }), rest: emit({ type: "rests" }) },
    }).createMachine({
      id: name,
      initial: "open",
      states: {
        open: { on: { "net.first": { target: "asked", actions: "reply" } } },
        asked: { on: { "net.second": { target: "done", actions: "rest" } } },
        done: {},
      },
    }),
    holds: ["got"],
    accepts: { "net.first": first, "net.second": ({ held }) => second(held.got) },
    emits: {
      replies: [
        states("took", () => ({ by: "bob" })),
        remember(({ bound }) => ({ got: bound.x })),
        send(({ bound }) => ({
          over: "out",
          to: "mallory",
          event: { type: "net.reply" },
          carrying: reply(bound.x),
        })),
      ],
      rests: [states("satisfied", () => ({ by: "bob" }))],
    },
  });
  const pass = { actions: "pass" } as const;
  const opaque = () => anything("anything");
  const relay = part({
    kind: "relay",
    machine: setup({
      actions: { pass: emit(({ event }) => ({ type: "passes", of: event.type })) },
    }).createMachine({
      id: "relay",
      initial: "open",
      states: { open: { on: { "net.first": pass, "net.second": pass } } },
    }),
    accepts: {
      "net.first": { term: opaque, shapes: () => [first()] },
      // Nor does it know what Bob took before.
      "net.second": { term: opaque, shapes: () => [second(x)] },
    },
    emits: {
      passes: [send(({ it }) => ({ over: "on", to: "bob", event: { type: String(it["of"]) } }))],
    },
  });
  const nobody = part({
    kind: "nobody",
    machine: setup({}).createMachine({
      id: "nobody",
      initial: "idle",
      states: { idle: { on: { "net.reply": {} } } },
    }),
  });
  const composition = compose({
    parts: [
      bob.as("bob", { owner: "bob" }, {}),
      nobody.as("mallory", { owner: "mallory" }, {}),
      relay.as("relay", { owner: "relay" }, {}),
    ],
    channels: [
      channel("to relay", { from: "mallory", to: "relay", capacity: 1 }),
      channel("on", { from: "relay", to: "bob" }),
      channel("in", { from: "mallory", to: "bob" }),
      channel("out", { from: "bob", to: "mallory", capacity: 3 }),
    ],
    coalitions: [
      coalition("bob", [k, s]),
      coalition("mallory", isFriend ? [publicKey(s), tag, k] : [publicKey(s), tag]),
      coalition("relay", []),
    ],
    adversaries: [
      adversary("M", {
        says: "Mallory.",
        coalition: "mallory",
        controls: isRelayed ? ["to relay", "out"] : ["in", "out"],
        may: ["observe", "inject"],
        effort: { injections: 2, depth: !isFriend && intricate.includes(second) ? 1 : 0, names: 1 },
      }),
    ],
  });
  const attacked = protocol<object>({ name: "p", says: "p", compose: () => composition });
  const story = scenario<object>({
    says: "Mallory tries.",
    protocols: [attacked],
    cast: first,
    mayDo: {},
    bound: { moves: 6 },
    adversary: "M",
  });
  return {
    scenario: story as Task["scenario"],
    scenarioName: name,
    protocol: attacked as Task["protocol"],
    promises: [
      promise({
        id: "R",
        title: "R",
        says: "Bob is never satisfied.",
        source: "chance",
        invariants: {
          "R.a": never({
            says: "Bob is not satisfied",
            what: noun({ of: "satisfied", says: "Bob is satisfied" }),
            outOf: noun({ of: "took", says: "Bob takes something" }),
          }),
        },
      }),
    ],
  };
};

/** Whether Mallory reaches Bob through the relay only. */
const isRelayed = (task: Task): boolean =>
  compositionOf(task).adversaries[0]!.controls.includes("to relay");

/** All that somebody can make of what they know, of at most so many leaves and constructors. */
const derivable = (leaves: readonly Term[], most: number): readonly Term[] => {
  const bySize: (readonly Term[])[] = [[], leaves];
  for (let size = 2; size <= most; size++) {
    const made = new Set<Term>(bySize[size - 1]!.map((one) => hash(one)));
    for (let left = 1; left < size - 1; left++)
      for (const one of bySize[left]!)
        for (const other of bySize[size - 1 - left]!)
          for (const make of [pair, encrypt, mac, ...(one.kind === "public" ? [seal] : [])])
            made.add(make(one, other));
    bySize.push([...made]);
  }
  return bySize.flat();
};

/** How many moves it takes Mallory to satisfy Bob, if she sends whatever she can make and he takes; -1 if she cannot. */
const bruteForce = (task: Task, most: number, sizes: Readonly<Record<string, number>>): number => {
  let worlds: (readonly LiveItem[])[] = [[]];
  const known = new Set<string>();
  const after = (sent: readonly LiveItem[]): LiveWorld => {
    const world = liveWorldOf(task);
    for (const item of sent) {
      world.learn("bob", item.term, "arrived");
      world.cascade(item, -1);
    }
    return world;
  };
  for (let moves = 0; moves <= most; moves++) {
    const next: (readonly LiveItem[])[] = [];
    for (const sent of worlds) {
      const world = after(sent);
      if (world.trace.some((entry) => "fact" in entry && entry.fact.type === "satisfied"))
        return moves;
      const key = world.key();
      if (known.has(key)) continue;
      known.add(key);
      const knowledge = world.knowledge.get("mallory")!;
      const leaves = [...knowledge.given(), tag];
      const { part, actor, held } = world.members.get("bob")!;
      for (const [type, most] of Object.entries(sizes)) {
        if (!actor.can({ type })) continue;
        const pattern = accepted(part, { type }, [...held.values()])!;
        for (const term of derivable(leaves, most))
          if (matching(pattern, term)) next.push([...sent, { to: "bob", event: { type }, term }]);
      }
    }
    worlds = next;
  }
  return -1;
};

test("what is made up lazily gets as far as everything that could be made up, and as soon", () => {
  const met = { satisfied: 0, never: 0, relayed: 0 };
  for (const seed of seedsFrom(1, 24)) {
    const task = taskOf(drawing(seed), `forged-${seed}`);
    const { counterexamples, exhaustion } = exhaust(task, {
      together: true,
      symmetry: true,
      watch: () => undefined,
    });
    expect(exhaustion!.stopped).toBeUndefined();
    const lazily = counterexamples[0]?.steps.length ?? -1;
    // Where Bob takes anything at first, there is much that he takes.
    const opens = task.scenario.cast === firsts[0];
    const sizes = { "net.first": opens ? 3 : 5, "net.second": opens ? 4 : 5 };
    const inMoves = (sent: number): number => (sent > 0 && isRelayed(task) ? 2 * sent : sent);
    expect(lazily, task.scenarioName).toBe(inMoves(bruteForce(task, 2, sizes)));
    if (isRelayed(task)) met.relayed++;
    met[lazily < 0 ? "never" : "satisfied"]++;
  }
  expect(met.satisfied).toBeGreaterThan(2);
  expect(met.never).toBeGreaterThan(2);
  expect(met.relayed).toBeGreaterThan(2);
});
