import { describe, expect, test } from "vitest";
import {
  and,
  assign,
  cancel,
  createMachine,
  emit,
  enqueueActions,
  not,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  type AnyStateMachine,
} from "xstate";
import { MachineTable } from "../../src/machine/index.ts";
import { Mistake } from "../../src/mistake.ts";

/** A machine with one state that does something on "go"; what is wrong with it is not a type of XState's. */
const goes = (transition: object, more: object = {}): AnyStateMachine =>
  createMachine({
    id: "goer",
    context: { seen: false },
    initial: "here",
    ...more,
    states: { here: { on: { go: transition } } },
  } as never);

/** Fills the table with what happens on "go", which is where a mistake shows at the latest. */
const refusal = (machine: AnyStateMachine): Mistake["text"] => {
  try {
    const table = new MachineTable(machine, {}, { file: import.meta.filename, line: 1 });
    table.entry(table.initial, table.symbolOf({ type: "go" }));
  } catch (error) {
    if (error instanceof Mistake) return error.text;
    throw error;
  }
  return expect.fail("it was accepted");
};

describe("a machine is refused", () => {
  test.for<[what: string, machine: () => AnyStateMachine, told: RegExp, why?: RegExp]>([
    ["that invokes", () => goes({}, { invoke: { src: "porter" } }), /invokes an actor/, /emits/],
    [
      "that spawns",
      () => goes({ actions: spawnChild("porter" as never) }),
      /uses spawnChild/,
      /emits/,
    ],
    [
      "that spawns as it assigns",
      () => goes({ actions: assign(({ spawn }) => ({ seen: spawn("porter" as never) })) }),
      /reaches/,
      /emits/,
    ],
    [
      "that sends",
      () => goes({ actions: sendTo("porter", { type: "go" }) }),
      /uses sendTo/,
      /emits/,
    ],
    [
      "that sends to its parent",
      () => goes({ actions: sendParent({ type: "go" }) }),
      /uses sendParent/,
      /emits/,
    ],
    [
      "that sends among other actions",
      () => goes({ actions: enqueueActions(({ enqueue }) => enqueue.sendTo("x", { type: "go" })) }),
      /reaches for another actor/,
      /emits/,
    ],
    ["that runs code of its own", () => goes({ actions: () => {} }), /function of its own/],
    ["of an unknown action", () => goes({ actions: "wave" }), /action "wave".*not impl/, /means/],
    ["of an unknown guard", () => goes({ guard: "isFine" }), /guard "isFine".*not impl/, /means/],
    [
      "of an unknown guard among others",
      () => goes({ guard: and([() => true, not("isFine")]) }),
      /guard "isFine".*not implemented/,
    ],
    [
      "of an unknown delay",
      () => createMachine({ id: "goer", initial: "a", states: { a: { after: { soon: "a" } } } }),
      /delay "soon".*not implemented/,
    ],
    [
      "that raises after an unknown delay",
      () => goes({ actions: raise({ type: "go" }, { delay: "soon" as never }) }),
      /delay "soon".*not implemented/,
    ],
    ["of chance", () => goes({ guard: () => Math.random() < 2 }), /Math\.random/, /same plain/],
    ["that looks at the clock", () => goes({ guard: () => Date.now() > 0 }), /Date\.now/],
    [
      "that makes a date of today",
      () => goes({ actions: assign({ seen: () => new Date().getTime() > 0 }) }),
      /new Date\(\)/,
    ],
    ["that writes the date", () => goes({ guard: () => Date() !== "" }), /calls Date\(\)/],
    [
      "that counts outside of its context",
      () => goes({ guard: alternating() }),
      /differently when asked twice/,
    ],
    [
      "whose guard throws",
      () =>
        goes({
          guard: () => {
            throw new Error("oh dear");
          },
        }),
      /fails: .*oh dear/,
      /answer to every event/,
    ],
    [
      "that keeps a function",
      () => goes({ actions: assign({ seen: () => () => 1 }) }),
      /not plain data: .*function/,
    ],
    ["that never rests", () => goes({ actions: raise({ type: "go" }) }), /never comes to rest/],
    ["with racing always transitions", racing, /racing always.*"left.x" and "right.x"/],
  ])("%s", ([, machine, told, why = /./]) => {
    const { what, where, why: reason, todo } = refusal(machine());
    expect(what).toMatch(told);
    expect(reason).toMatch(why);
    expect(todo).toBeTruthy();
    expect(where?.file).toBe(import.meta.filename);
  });

  test("but not one that delays by a number, or by a delay of its own", () => {
    const table = new MachineTable(
      setup({ delays: { soon: 3 }, guards: { isFine: () => true } }).createMachine({
        id: "patient",
        initial: "a",
        entry: [raise({ type: "go" }, { delay: 2, id: "g" }), cancel("g"), emit({ type: "hello" })],
        states: {
          a: { after: { 5: "b" }, on: { go: { guard: not("isFine"), target: "b" } } },
          b: { after: { soon: "a" } },
        },
      }),
      {},
    );
    expect(table.entry(table.initial, table.symbolOf({ type: "go" }))).toBeGreaterThan(0);
  });
});

test("a clock is looked at on the line that is named", () => {
  const machine = goes({ guard: () => new Date().getTime() > 0 });
  const { line } = refusal(machine).where!;
  const line0 = Number(/:(\d+):\d+\)?$/m.exec(new Error("here").stack!)![1]);
  expect(line).toBe(line0 - 2);
});

function alternating(): () => boolean {
  let asked = 0;
  return () => ++asked % 3 === 0;
}

function racing(): AnyStateMachine {
  const region = {
    initial: "x",
    states: {
      x: {
        always: { guard: ({ context }: never) => (context as { seen: boolean }).seen, target: "y" },
      },
      y: {},
    },
  };
  return createMachine({
    type: "parallel",
    id: "goer",
    context: { seen: false },
    on: { go: { actions: assign({ seen: true }) } },
    states: { left: region, right: region },
  } as never);
}
