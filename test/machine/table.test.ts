import { expect, test } from "vitest";
import { assign, emit, setup } from "xstate";
import { MachineTable } from "../../src/machine/index.ts";
import { drawing } from "./draw.ts";
import { features } from "./feature-machines.ts";
import { SideBySide } from "./side-by-side.ts";

test.for(features)("$feature: table and live actor agree", ({ machine, input, alphabet }) => {
  const table = new MachineTable(machine, input ?? {});
  for (let walk = 0; walk < 40; walk++) {
    const pair = new SideBySide(machine, input ?? {}, table);
    pair.walk(drawing(walk), alphabet, 60);
  }
  const { locals, entries, xstateCalls } = table.stats();
  expect(locals).toBeGreaterThan(1);
  expect(xstateCalls).toBeLessThanOrEqual(2 * entries);
  expect(entries).toBeLessThan(40 * 60);
  expect(table.verifySample(drawing(1), 200)).toEqual([]);
});

const feature = (id: string) => features.find(({ machine }) => machine.id === id)!;

test("timers have short names, and long ones where two states would share them", () => {
  const pair = new SideBySide(feature("waiting").machine, { patience: 4 });
  pair.walk(drawing(3), feature("waiting").alphabet, 400);
  expect(pair.table.timers.map(({ id }) => id).toSorted()).toEqual([
    "busy.patience",
    "busy.soon",
    "busy.wait.3",
    "idle.10",
    "note",
    "other.wait.3",
    "wait.5",
  ]);
  expect(pair.seen.fired).toBeGreaterThan(20);
});

test("a machine that ends stops its delayed raises, also ones armed later on other ways", () => {
  const pair = new SideBySide(feature("ending").machine);
  pair.send({ type: "end" });
  const again = new SideBySide(feature("ending").machine, {}, pair.table);
  again.send({ type: "later" });
  expect(again.live.armed()).toHaveLength(2);
  again.send({ type: "end" });
  expect(again.live.armed()).toEqual([]);
  expect(again.table.view(again.local).done).toBe(true);
  again.send({ type: "later" });
});

test("an event no state names differs from one that is ignored on purpose", () => {
  const { machine } = feature("doors");
  const table = new MachineTable(machine, {});
  const handled = (type: string) =>
    table.handledOf[table.entry(table.initial, table.symbolOf({ type }))];
  expect([handled("unheard.of"), handled("user.open"), handled("net.ack")]).toEqual([0, 1, 2]);
});

test("a view tells active states by path, tags, context and completion", () => {
  const { machine } = feature("regions");
  const table = new MachineTable(machine, {});
  const view = table.view(table.initial);
  expect([view.is("work"), view.is("work.left.one"), view.is("left"), view.is("rest")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([view.has("left"), view.has("first"), view.has("calm"), view.done]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(table.localName(table.initial)).toBe("work.left.one + work.right.one");
});

test("equal events are one symbol whatever the order of their fields", () => {
  const table = new MachineTable(feature("counter").machine, { most: 3 });
  expect(table.symbolOf({ type: "add", by: 1 })).toBe(table.symbolOf({ by: 1, type: "add" }));
  expect(table.symbolOf({ type: "add", by: 2 })).not.toBe(table.symbolOf({ type: "add", by: 1 }));
});

test("history that nothing targets does not multiply local states", () => {
  const { machine } = feature("memory");
  const pair = new SideBySide(machine);
  for (const type of ["aside", "next", "away"]) pair.send({ type });
  expect(pair.local).toBe(pair.table.initial);
  for (const type of ["deep", "next", "away"]) pair.send({ type });
  expect(pair.local).not.toBe(pair.table.initial);
});

test("local states do not depend on the order in which regions were entered", () => {
  const machine = setup({}).createMachine({
    id: "order",
    type: "parallel",
    states: {
      left: { initial: "off", states: { off: { on: { l: "on" } }, on: {} } },
      right: { initial: "off", states: { off: { on: { r: "on" } }, on: {} } },
    },
  });
  const table = new MachineTable(machine, {});
  const after = (...types: string[]) =>
    types.reduce(
      (local, type) => table.nextOf[table.entry(local, table.symbolOf({ type }))]!,
      table.initial,
    );
  expect(after("l", "r")).toBe(after("r", "l"));
});

test("each entry names the transitions it took", () => {
  const { machine } = feature("chain");
  const table = new MachineTable(machine, {});
  const entry = table.entry(table.initial, table.symbolOf({ type: "go" }));
  expect([...table.takenOf[entry]!].map((id) => table.transitions[id])).toEqual([
    "idle go",
    "one on",
  ]);
  expect(table.transitions).toContain("two always");
});

test("the table keeps its entries when it grows in both directions", () => {
  const machine = setup({ types: { context: {} as { last: string } } }).createMachine({
    id: "wide",
    context: { last: "" },
    on: { "*": { actions: assign({ last: ({ event }) => event.type }) } },
  });
  const table = new MachineTable(machine, {});
  const symbols = Array.from({ length: 50 }, (_, n) => table.symbolOf({ type: `event.${n}` }));
  const locals = symbols.map((symbol) => table.nextOf[table.entry(table.initial, symbol)]!);
  const all = () => locals.map((local) => symbols.map((symbol) => table.entry(local, symbol)));
  const entries = all();
  table.symbolOf({ type: "one more" });
  expect(all()).toEqual(entries);
  expect(new Set(entries.flat()).size).toBe(50 * 50);
  expect(table.stats()).toMatchObject({ locals: 51, symbols: 51, entries: 1 + 50 + 50 * 50 });
});

const ringing = setup({}).createMachine({
  id: "ringing",
  initial: "idle",
  states: {
    idle: { on: { ring: { target: "loud", actions: emit({ type: "rang" }) } } },
    loud: { after: { 5: "idle" } },
  },
});

test.for<{ what: string; corrupt: (table: MachineTable, entry: number) => void }>([
  { what: "next state", corrupt: (table, entry) => (table.nextOf[entry] = table.initial) },
  { what: "handling", corrupt: (table, entry) => (table.handledOf[entry] = 0) },
  { what: "emission", corrupt: (table, entry) => (table.emissionsOf[entry] = []) },
  { what: "timer", corrupt: (table, entry) => ((table.timersOf[entry] as number[])[1] = 99) },
])("recomputing a sample finds a corrupted $what", ({ corrupt }) => {
  const table = new MachineTable(ringing, {});
  const entry = table.entry(table.initial, table.symbolOf({ type: "ring" }));
  expect(table.verifySample(drawing(1), 50)).toEqual([]);
  corrupt(table, entry);
  expect(table.verifySample(drawing(1), 50)).toMatchObject([
    { machine: "ringing", local: "idle", event: { type: "ring" } },
  ]);
});
