import { and, createMachine, not, setup, type AnyStateMachine } from "xstate";
import { describe, expect, test } from "vitest";
import { Mistake } from "../../src/mistake.ts";
import { chartOf } from "../../src/machine/chart.ts";
import { LivePart, MachineTable, remade } from "../../src/machine/index.ts";
import { share } from "../share.ts";
import { drawing } from "./draw.ts";
import { alphabet, randomMachine } from "./random-machine.ts";

/** What guards were asked in a step, as "transition: yes" or "no", each once, in the order of the alphabet. */
const askedIn = (table: MachineTable, entry: number): string[] =>
  table.askedOf[entry]!.map(
    (asked) => `${table.transitions[asked >> 1]!}: ${asked % 2 === 1 ? "yes" : "no"}`,
  ).toSorted();

const counter = setup({
  types: { context: {} as { n: number } },
  guards: { some: ({ context }) => context.n > 0, many: ({ context }) => context.n > 2 },
});

/** A machine whose guards stand in each other's way. */
const gate = (n: number): AnyStateMachine =>
  counter.createMachine({
    id: "gate",
    context: { n },
    initial: "outer",
    on: { push: { guard: "some", actions: [] } },
    states: {
      outer: {
        initial: "shut",
        on: { pull: { guard: "many", target: "gone" } },
        states: {
          shut: {
            on: {
              push: [
                { guard: "many", target: "open" },
                { guard: not("some"), target: "open" },
              ],
              pull: { guard: and(["some", "many"]), target: "open" },
            },
          },
          open: { always: [{ guard: "many", target: "#gate.gone" }, { target: "shut" }] },
        },
      },
      gone: {},
    },
  }) as unknown as AnyStateMachine;

describe("guards that are asked", () => {
  test.each<[what: string, n: number, event: string, asked: readonly string[]]>([
    [
      "all, if none passes, outer states last",
      1,
      "push",
      ["gate push: yes", "outer.shut push #2: no", "outer.shut push: no"],
    ],
    [
      "none after one that passes, but those of states that are left at once",
      3,
      "push",
      ["outer.open always: yes", "outer.shut push: yes"],
    ],
    [
      "not those of outer states where an inner one answers",
      3,
      "pull",
      ["outer.open always: yes", "outer.shut pull: yes"],
    ],
    [
      "as one, where a guard is made of others",
      1,
      "pull",
      ["outer pull: no", "outer.shut pull: no"],
    ],
    ["none, by an event that has none", 1, "knock", []],
  ])("%s", (_, n, event, asked) => {
    const table = new MachineTable(gate(n), {});
    const entry = table.entry(table.initial, table.symbolOf({ type: event }));
    expect(askedIn(table, entry)).toEqual(asked);
    expect(table.guarded.map((at) => table.transitions[at])).toHaveLength(6);
  });

  test("those of outer states too, where a region beside the one that answers asks them", () => {
    const machine = counter.createMachine({
      id: "rooms",
      context: { n: 1 },
      initial: "both",
      states: {
        both: {
          type: "parallel",
          always: { guard: "many", target: "gone" },
          states: {
            left: {
              initial: "shut",
              states: {
                shut: { on: { push: "open" } },
                open: { always: { guard: "some", target: "#rooms.gone" } },
              },
            },
            right: { initial: "shut", states: { shut: {} } },
          },
        },
        gone: {},
      },
    }) as unknown as AnyStateMachine;
    const table = new MachineTable(machine, {});
    const entry = table.entry(table.initial, table.symbolOf({ type: "push" }));
    expect(askedIn(table, entry)).toEqual(["both always: no", "both.left.open always: yes"]);
  });

  test("leave the machine as it was", () => {
    const machine = gate(3);
    const before = [...chartOf(machine).transitions.keys()].map(({ guard }) => guard);
    void new MachineTable(machine, {});
    expect([...chartOf(machine).transitions.keys()].map(({ guard }) => guard)).toEqual(before);
  });
});

/** The same machine, whose guards tell what they say while `listening`. */
const speaking = (machine: AnyStateMachine) => {
  const said: { guard: unknown; passed: boolean }[] = [];
  const state = { listening: false };
  const heard = (config: unknown): unknown => {
    if (Array.isArray(config)) return config.map(heard);
    if (typeof config !== "object" || config === null) return config;
    return Object.fromEntries(
      Object.entries(config).map(([key, value]) => {
        if (key !== "guard" || typeof value !== "function") return [key, heard(value)];
        const guard = (...args: unknown[]): boolean => {
          const passed = (value as (...all: unknown[]) => boolean)(...args);
          if (state.listening) said.push({ guard, passed });
          return passed;
        };
        return [key, guard];
      }),
    );
  };
  const made = remade(machine, heard(machine.config) as object);
  const names = new Map([...chartOf(made).transitions].map(([{ guard }, name]) => [guard, name]));
  /** What guards said while something was done, as {@link askedIn} has it. */
  const during = (work: () => void): string[] => {
    said.length = 0;
    state.listening = true;
    try {
      work();
    } finally {
      state.listening = false;
    }
    const told = said.map(
      ({ guard, passed }) => `${names.get(guard as never)!}: ${passed ? "yes" : "no"}`,
    );
    return [...new Set(told)].toSorted();
  };
  return { machine: made, during };
};

test("random statecharts ask the same guards on a table as a live actor does", () => {
  const met = { yes: 0, no: 0, events: 0 };
  for (let seed = 1; seed <= share(75); seed++) {
    const draw = drawing(seed);
    const { machine, during } = speaking(randomMachine(draw));
    try {
      const table = new MachineTable(machine, {});
      const live = new LivePart(machine, {});
      live.start();
      let local = table.initial;
      for (let step = 0; step < 40; step++) {
        const event = alphabet[draw(alphabet.length)]!;
        const entry = table.entry(local, table.symbolOf(event));
        const asked = askedIn(table, entry);
        expect(asked).toEqual(during(() => live.send(event)));
        for (const each of asked) met[each.endsWith("yes") ? "yes" : "no"]++;
        met.events++;
        local = table.nextOf[entry]!;
      }
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
    }
  }
  expect(met.events).toBeGreaterThan(share(1_000));
  expect(Math.min(met.yes, met.no)).toBeGreaterThan(share(250));
});

test("a machine without guards asks none", () => {
  const table = new MachineTable(
    createMachine({ id: "plain", on: { a: {} } }) as unknown as AnyStateMachine,
    {},
  );
  expect(table.guarded).toEqual([]);
  expect(table.askedOf).toEqual([[]]);
});
