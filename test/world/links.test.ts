import { expect, test } from "vitest";
import { assign, emit, setup } from "xstate";
import {
  coalition,
  compose,
  part,
  tell,
  vocabulary,
  type Composition,
  type Part,
} from "../../src/index.ts";
import { Mistake } from "../../src/mistake.ts";
import { LiveWorld, World } from "../../src/world/index.ts";
import { takeByName } from "../../src/search/take-by-name.ts";
import { BothWorlds, freedomOf } from "./both-worlds.ts";
import { answering } from "./letters.ts";

const { states } = vocabulary<{ did: { what: string }; saw: { count: number; open: boolean } }>();

const did = (what: string) => states("did", ({ name }) => ({ what: `${name} ${what}` }));

const home = (...parts: readonly Part[]): Composition =>
  compose({ parts, coalitions: [coalition("ana")] });

const free = { mayDo: { ana: ["user.go"] } };

/** Does something, hands an event to others, and does something more. */
const teller = part<{ to: readonly string[] }>({
  kind: "teller",
  machine: answering("teller", { "user.go": ["first", "hand", "last"], go: ["hand"] }),
  intents: { "user.go": {} },
  emits: {
    first: [did("first")],
    hand: [tell(({ to }) => to.map((name) => ({ to: name, event: { type: "go" } }))), did("hand")],
    last: [did("last")],
  },
});
const doer = part({
  kind: "doer",
  machine: answering("doer", { go: ["one", "two"] }),
  emits: { one: [did("one")], two: [did("two")] },
});

const as = { owner: "ana", unit: "phone" };

test("what is handed on happens within the step, after it, first in first out", () => {
  const world = new BothWorlds(
    home(
      teller.as("start", as, { to: ["relay", "direct"] }),
      teller.as("relay", as, { to: ["late"] }),
      doer.as("direct", as, {}),
      doer.as("late", as, {}),
    ),
    free,
  );
  expect(world.told(["start user.go"], "what")).toEqual([
    "did start first",
    "did start hand",
    "did start last",
    "did relay hand",
    "did direct one",
    "did direct two",
    "did late one",
    "did late two",
  ]);
});

test("a crash cuts short what the first part does, and not what it has handed on", () => {
  const fragile = part<{ to: readonly string[] }>({
    kind: "fragile",
    machine: answering("fragile", { "user.go": ["hand", "last"], "device.restarted": [] }),
    intents: { "user.go": {} },
    onRestart: "device.restarted",
    emits: {
      hand: [tell(({ to }) => to.map((name) => ({ to: name, event: { type: "go" } })))],
      last: [did("last")],
    },
  });
  const world = () =>
    new BothWorlds(home(fragile.as("start", as, { to: ["direct"] }), doer.as("direct", as, {})), {
      ...free,
      faults: { crash: 1 },
    });
  expect(world().told(["crash after 0 of: start user.go"], "what")).toEqual([]);
  expect(world().told(["crash after 1 of: start user.go"], "what")).toEqual([
    "did direct one",
    "did direct two",
  ]);
});

const circle = () =>
  home(teller.as("start", as, { to: ["back"] }), teller.as("back", as, { to: ["start"] }));

test("a circle of links is a mistake, on tables and on live actors", () => {
  const freedom = freedomOf(free);
  const tables = new World(circle(), freedom, []);
  tables.begin();
  expect(() => takeByName(tables, "start user.go")).toThrow(Mistake);
  expect(() => takeByName(tables, "start user.go")).toThrow(/64 events.*circle/s);
  expect(() => new LiveWorld(circle(), freedom, []).take("start user.go")).toThrow(Mistake);
});

test("a part sees its sibling as it is when the event arrives", () => {
  const counter = part({
    kind: "counter",
    machine: setup({}).createMachine({
      id: "counter",
      context: { count: 0 },
      initial: "shut",
      on: {
        "user.go": {
          actions: [
            assign({ count: ({ context }) => (context["count"] + 1) % 3 }),
            emit({ type: "counted" }),
          ],
        },
      },
      states: { shut: { on: { "user.turn": "open" } }, open: { on: { "user.turn": "shut" } } },
    }),
    intents: { "user.go": {}, "user.turn": {} },
    emits: { counted: [tell(() => ({ to: "watcher", event: { type: "look" } }))] },
  });
  const watcher = part<{ sibling: string }>({
    kind: "watcher",
    machine: setup({
      types: {} as { events: { type: "look"; sees: { count: number; open: boolean } } },
    }).createMachine({
      id: "watcher",
      on: {
        look: {
          actions: emit(({ event }) => ({
            type: "saw",
            count: event.sees.count,
            open: event.sees.open,
          })),
        },
      },
    }),
    reads: {
      count: { of: ({ sibling }) => sibling, as: ({ context }) => Number(context["count"]) },
      open: { of: ({ sibling }) => sibling, as: (view) => view.is("open") },
    },
    emits: {
      saw: [states("saw", ({ it }) => ({ count: Number(it["count"]), open: it["open"] === true }))],
    },
  });
  const world = new BothWorlds(
    home(counter.as("counter", as, {}), watcher.as("watcher", as, { sibling: "counter" })),
    { mayDo: { ana: ["user.go", "user.turn"] } },
  );
  const go = "counter user.go";
  const turn = "counter user.turn";
  expect(world.told([go, go, turn, go, go, turn, go], "count", "open")).toEqual([
    "saw 1 false",
    "saw 2 false",
    "saw 0 true",
    "saw 1 true",
    "saw 2 false",
  ]);
});

test("what a part does on entering its first state happens before the first move", () => {
  const eager = part({
    kind: "eager",
    machine: setup({}).createMachine({ id: "eager", entry: emit({ type: "hello" }) }),
    emits: { hello: [tell(() => ({ to: "direct", event: { type: "go" } })), did("hello")] },
  });
  const composition = home(eager.as("start", as, {}), doer.as("direct", as, {}));
  const live = new LiveWorld(composition, freedomOf({}), []);
  expect(live.trace.map((entry) => ("fact" in entry ? entry.fact["what"] : ""))).toEqual([
    "start hello",
    "direct one",
    "direct two",
  ]);
  expect(new BothWorlds(composition).offers).toEqual([]);
});
