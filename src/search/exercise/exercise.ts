import type { MachineTable } from "../../machine/index.ts";
import type { World } from "../../world/index.ts";
import type { Exercise, GuardUse, RunShapes } from "../result.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Features } from "./run-watch.ts";

/** What can be told of a world at any time; the rest belongs to a search. */
export type Exercised = Pick<Exercise, "pairs" | "guards" | "facts" | "monitors">;

/** What a world has made its parts and its promises do since it was made, or since its coverage was cleared. */
export const exercisedIn = (world: World): Exercised => ({
  pairs: pairsIn(world),
  guards: guardsIn(world),
  facts: factsIn(world),
  monitors: monitorsIn(world),
});

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const ordered = <Value>(map: ReadonlyMap<string, Value>): Readonly<Record<string, Value>> =>
  Object.fromEntries([...map].toSorted(([left], [right]) => compare(left, right)));

const ascending = (numbers: Iterable<number>): number[] =>
  [...new Set(numbers)].toSorted((left, right) => left - right);

const pairsIn = ({ plan, coverage }: World): Exercised["pairs"] => {
  const pairs = new Map<string, Set<number>>();
  for (const { index, table, part } of plan.parts) {
    const { kind } = part.kind;
    const met = pairs.get(kind) ?? new Set();
    pairs.set(kind, met);
    for (const entry of coverage.entriesOf(index)) met.add(pairPrint(table, entry));
  }
  return ordered(new Map([...pairs].map(([kind, met]) => [kind, ascending(met)])));
};

/** By table and entry: worked out once. */
const pairPrints = new WeakMap<MachineTable, number[]>();

const pairPrint = (table: MachineTable, entry: number): number => {
  let prints = pairPrints.get(table);
  if (!prints) pairPrints.set(table, (prints = []));
  return (prints[entry] ??= fingerprint(pairName(table, entry)));
};

const pairName = (table: MachineTable, entry: number): string => {
  const { local, symbol } = table.asked(entry);
  return local < 0
    ? `start ${table.key(table.nextOf[entry]!)}`
    : `${table.key(local)}\u0000${JSON.stringify(table.eventOf(symbol))}`;
};

const guardsIn = ({ plan, coverage }: World): GuardUse[] => {
  const uses = new Map<string, GuardUse>();
  for (const { index, table, part } of plan.parts) {
    const { kind } = part.kind;
    const said = table.transitions.map(() => [0, 0] as [refused: number, passed: number]);
    const times = coverage.timesOf(index);
    for (const entry of coverage.entriesOf(index))
      for (const asked of table.askedOf[entry]!) said[asked >> 1]![asked & 1]! += times[entry]!;
    for (const transition of table.guarded) {
      const [refused, passed] = said[transition]!;
      const name = table.transitions[transition]!;
      addGuard(uses, { part: kind, transition: name, passed, refused });
    }
  }
  return guardsOf(uses);
};

const addGuard = (uses: Map<string, GuardUse>, one: GuardUse): void => {
  const key = `${one.part}\u0000${one.transition}`;
  const known = uses.get(key);
  uses.set(
    key,
    known
      ? { ...one, passed: known.passed + one.passed, refused: known.refused + one.refused }
      : one,
  );
};

/** Counts that were shared among those alike are whole again once they are added up. */
const guardsOf = (uses: ReadonlyMap<string, GuardUse>): GuardUse[] =>
  [...uses]
    .toSorted(([left], [right]) => compare(left, right))
    .map(([, { passed, refused, ...one }]) => ({
      ...one,
      passed: Math.round(passed),
      refused: Math.round(refused),
    }));

const factsIn = ({ plan, programs, coverage }: World): Exercised["facts"] => {
  const facts = new Map<string, boolean>();
  for (const { part } of plan.parts)
    for (const effect of Object.values(part.kind.emits ?? {}).flat())
      if (effect.rule === "fact") facts.set(effect.type, false);
  for (const fact of coverage.facts) facts.set(programs.facts[fact]!.type, true);
  return ordered(facts);
};

/** Of those that have something to remember. Every monitor begins in the state 0. */
const monitorsIn = ({ bank, coverage }: World): Exercised["monitors"] =>
  ordered(
    new Map(
      [...bank.invariants.entries()]
        .filter(([, { remembers }]) => remembers)
        .map(([invariant, { id, textOf }]) => [
          id,
          ascending(
            [0, ...coverage.statesOf(invariant)].map((state) => fingerprint(textOf(state))),
          ),
        ]),
    ),
  );

/** What pieces of a search, or several searches, have made parts and promises do together. */
export const together = (pieces: readonly Exercised[]): Exercised => {
  const guards = new Map<string, GuardUse>();
  for (const piece of pieces) for (const one of piece.guards) addGuard(guards, one);
  return {
    pairs: united(pieces.map(({ pairs }) => pairs)),
    guards: guardsOf(guards),
    facts: statedBy(pieces.map(({ facts }) => facts)),
    monitors: united(pieces.map(({ monitors }) => monitors)),
  };
};

const united = (
  records: readonly Readonly<Record<string, readonly number[]>>[],
): Readonly<Record<string, readonly number[]>> => {
  const all = new Map<string, Set<number>>();
  for (const record of records)
    for (const [name, prints] of Object.entries(record)) {
      const met = all.get(name) ?? new Set();
      all.set(name, met);
      for (const print of prints) met.add(print);
    }
  return ordered(new Map([...all].map(([name, met]) => [name, ascending(met)])));
};

const statedBy = (records: readonly Exercised["facts"][]): Exercised["facts"] => {
  const facts = new Map<string, boolean>();
  for (const record of records)
    for (const [type, stated] of Object.entries(record))
      facts.set(type, stated || (facts.get(type) ?? false));
  return ordered(facts);
};

/** Counts by name, added up. */
export const added = (
  records: readonly Readonly<Record<string, number>>[],
): Readonly<Record<string, number>> => {
  const sums = new Map<string, number>();
  for (const record of records)
    for (const [name, count] of Object.entries(record))
      sums.set(name, (sums.get(name) ?? 0) + count);
  return ordered(sums);
};

/** What runs were like whose fingerprints and features pieces of a search tell. */
export const shapesOf = (
  pieces: readonly { readonly runs: Float64Array; readonly features: Features }[],
): RunShapes => {
  const names = [...new Set(pieces.flatMap(({ features }) => Object.keys(features)))];
  return {
    made: pieces.reduce((sum, { runs }) => sum + runs.length, 0),
    different: new Set(pieces.flatMap(({ runs }) => [...runs])).size,
    features: Object.fromEntries(
      names.map((name) => [
        name,
        histogram(added(pieces.map(({ features }) => features[name] ?? {}))),
      ]),
    ),
  };
};

/** More bars than this are not told apart. */
const barsMost = 16;

/** The least round width with which all values fit into a few bars. */
const histogram = (values: Readonly<Record<number, number>>): RunShapes["features"][string] => {
  const numbers = Object.keys(values).map(Number);
  const most = Math.max(0, ...numbers);
  let width = 1;
  for (const factor of [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000])
    if (Math.floor(most / (width = factor)) < barsMost) break;
  const runs = Array.from({ length: Math.floor(most / width) + 1 }, () => 0);
  for (const value of numbers) runs[Math.floor(value / width)]! += values[value]!;
  return { width, runs };
};
