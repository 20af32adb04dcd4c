import { expect, test } from "vitest";
import {
  body,
  channel,
  coalition,
  compose,
  fresh,
  part,
  possible,
  secret,
  seal,
  publicKey,
  send,
} from "../../src/index.ts";
import { compile } from "../../src/promise/index.ts";
import { ignoredIn, World } from "../../src/world/index.ts";
import { BothWorlds, freedomOf } from "./both-worlds.ts";
import { answering, words } from "./letters.ts";
import { make, offersOf } from "./random-walk.ts";

const key = secret("key of the box");

/** Says that she wrote, then puts as many copies into the box as told, each encrypted anew. */
const sender = (copies: number) =>
  part({
    kind: "sender",
    machine: answering("sender", { "user.write": ["note", "out"] }),
    intents: {
      "user.write": { limit: "letters", carries: fresh((_, count) => body(`copied ${count}`)) },
    },
    emits: {
      note: [words.states("wrote", ({ carried }) => ({ message: carried.label }))],
      out: [
        send(({ carried }) =>
          Array.from({ length: copies }, (_, copy) => ({
            over: "box",
            to: "bob.reader",
            event: { type: "unheard" },
            carrying: seal(publicKey(key), carried, secret(`randomness ${copy + 1}`)),
          })),
        ),
      ],
    },
  });

const reader = part({ kind: "box reader", machine: answering("box reader", { letter: [] }) });

const box = (copies: number, capacity: number) =>
  compose({
    parts: [
      sender(copies).as("ana.sender", { owner: "ana" }, {}),
      reader.as("bob.reader", { owner: "bob" }, {}),
    ],
    channels: [
      channel("box", { from: "ana.sender", to: "bob.reader", order: "unordered", capacity }),
    ],
    coalitions: [
      coalition("ana", [publicKey(key), secret("randomness 1"), secret("randomness 2")]),
      coalition("bob", [key]),
    ],
  });

const freely = { mayDo: { ana: ["user.write"] }, bound: { letters: 3 } };

const wroteIsPossible = {
  ...possible({
    says: "writing is possible",
    what: words.noun({ of: "wrote", says: "she writes" }),
  }),
  id: "S1",
};

test("a move that does not fit has shown nothing, tested nothing and passed nothing over", () => {
  const world = new World(box(2, 1), freedomOf(freely), [compile(wroteIsPossible)]);
  world.begin();
  const [write] = offersOf(world);
  expect(make(world, write!)).toBe(false);
  expect([...world.evidence.witnessed]).toEqual([0]);
  expect([...world.evidence.tested]).toEqual([0]);
  expect(ignoredIn(world)).toEqual([]);
  expect(world.blocked).toBe(1);
  expect(world.offers.names()).toEqual(["ana.sender user.write"]);
});

test("one that fits has, until it is taken back", () => {
  const world = new World(box(2, 2), freedomOf(freely), [compile(wroteIsPossible)]);
  world.begin();
  const [write] = offersOf(world);
  expect(make(world, write!)).toBe(true);
  expect([...world.evidence.witnessed, ...world.evidence.tested]).toEqual([1, 1]);
  world.undo();
  expect([...world.evidence.witnessed, ...world.evidence.tested]).toEqual([0, 0]);
  expect(make(world, write!)).toBe(true);
  const [deliver] = offersOf(world).filter(({ name }) => name.startsWith("deliver"));
  make(world, deliver!);
  expect(ignoredIn(world)).toEqual([["box reader in on ignores unheard", 1]]);
  // What was shown once stays shown, whatever is taken back later.
  world.undo();
  expect([...world.evidence.witnessed]).toEqual([1]);
  expect(ignoredIn(world)).toEqual([]);
});

test("two encryptions of one text in an unordered channel are two moves with two names", () => {
  const world = new BothWorlds(box(2, 4), freely);
  world.take("ana.sender user.write");
  const deliveries = world.offers.filter((name) => name.startsWith("deliver"));
  expect(deliveries).toHaveLength(2);
  expect(new Set(deliveries).size).toBe(2);
  world.take(deliveries[1]!);
  expect(world.offers.filter((name) => name.startsWith("deliver"))).toEqual([deliveries[0]]);
});
