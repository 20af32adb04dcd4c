import { expect, test } from "vitest";
import { emit, setup } from "xstate";
import { coalition, compose, leadsTo, part, within, type Part } from "../../src/index.ts";
import { BothWorlds } from "./both-worlds.ts";
import { everything, letters, words } from "./letters.ts";

const { states, noun } = words;

/** Waits so many days once started, then rings. */
const alarm = (days: number) =>
  part({
    kind: `alarm of ${days}`,
    machine: setup({}).createMachine({
      id: `alarm-${days}`,
      initial: "off",
      states: {
        off: { on: { "user.start": "on" } },
        on: { after: { [days]: { target: "off", actions: emit({ type: "ring" }) } } },
      },
    }),
    intents: { "user.start": { limit: "starts" } },
    emits: { ring: [states("expired", ({ name }) => ({ by: name }))] },
  });

const clocks = (...parts: readonly Part[]) =>
  new BothWorlds(compose({ parts, coalitions: [coalition("ana")] }), {
    mayDo: { ana: ["user.start"] },
    bound: { starts: 2 },
  });

const at = { owner: "ana" };

test("time passes up to the next timer, never past it, and a due timer comes first", () => {
  const world = clocks(alarm(3).as("a", at, {}), alarm(5).as("b", at, {}));
  expect(world.calm).toEqual([]);
  world.take("a user.start", "b user.start");
  expect(world.calm).toEqual(["time +3"]);
  world.take("time +3");
  expect(world.calm).toEqual(["timer a on.3"]);
  expect(world.told(["timer a on.3"], "by")).toEqual(["expired a"]);
  expect(world.calm).toEqual(["time +2"]);
  expect(world.told(["time +2", "timer b on.5"], "by")).toEqual(["expired b"]);
  expect(world.calm).toEqual([]);
});

test("people may act before a due timer fires, but time stands still", () => {
  const world = clocks(alarm(3).as("a", at, {}), alarm(5).as("b", at, {}));
  world.take("a user.start", "time +3");
  expect(world.offers).toEqual(["b user.start", "timer a on.3"]);
  world.take("b user.start");
  expect(world.calm).toEqual(["timer a on.3"]);
});

test("timers that are due together fire in either order", () => {
  for (const order of [
    ["timer a on.3", "timer b on.3"],
    ["timer b on.3", "timer a on.3"],
  ]) {
    const world = clocks(alarm(3).as("b", at, {}), alarm(3).as("a", at, {}));
    world.take("b user.start", "a user.start", "time +3");
    expect(world.calm).toEqual(["timer a on.3", "timer b on.3"]);
    expect(world.told(order, "by")).toEqual(order.map((name) => `expired ${name.split(" ")[1]}`));
  }
});

test("leaving a state stops its timer, entering it again starts anew", () => {
  const world = clocks(alarm(3).as("a", at, {}), alarm(2).as("b", at, {}));
  world.take("a user.start", "b user.start", "time +2", "timer b on.2", "b user.start");
  // One day of three is left for a, two of two for b.
  expect(world.calm).toEqual(["time +1"]);
  world.take("time +1", "timer a on.3", "a user.start");
  expect(world.calm).toEqual(["time +1"]);
});

const letterErased = (within_: number) => ({
  ...within({
    says: "letters are erased",
    whenever: noun({ of: "stored", says: "a letter is stored" }),
    mustFollow: noun({ of: "erased", says: "a letter is erased" }),
    within: within_,
    forTheSame: ["message"],
  }),
  id: "W1",
});

test("without timers, time passes once beyond what a promise speaks of, until something new happens", () => {
  const wrote = {
    ...within({
      says: "what is written is read",
      whenever: noun({ of: "wrote", says: "somebody writes" }),
      mustFollow: noun({ of: "read", says: "somebody reads" }),
      within: 4,
      forTheSame: ["message"],
    }),
    id: "W2",
  };
  const world = new BothWorlds(letters(), { ...everything, faults: { drop: 2 } }, [wrote]);
  expect(world.calm).toEqual([]);
  world.take("ana.writer user.write", "drop post");
  expect(world.calm).toEqual(["time +5"]);
  world.take("time +5");
  expect(world.tables.violations).toHaveLength(1);
  expect(world.calm).toEqual([]);
  world.take("ana.writer user.write", "drop post");
  expect(world.calm).toEqual(["time +5"]);
});

test("promises without durations make no time pass", () => {
  const read = {
    ...leadsTo({
      says: "what is written is read",
      whenever: noun({ of: "wrote", says: "somebody writes" }),
      mustFollow: noun({ of: "read", says: "somebody reads" }),
    }),
    id: "L1",
  };
  const world = new BothWorlds(letters(), { ...everything, faults: { drop: 1 } }, [read]);
  world.take("ana.writer user.write", "drop post");
  expect(world.calm).toEqual([]);
});

test.for([
  [9, true],
  [10, false],
] as const)(
  "a promise of %i days about a drawer emptied after ten breaks: %s",
  ([days, broken]) => {
    const world = new BothWorlds(letters(), everything, [letterErased(days)]);
    world.take("ana.writer user.write", "deliver post", "time +10");
    expect(world.tables.violations.length > 0).toBe(broken);
    world.take("timer bob.reader holding.10");
    const { violations } = world.live.judgements("quiescent").get("W1")!;
    expect(violations.length > 0).toBe(broken);
  },
);
