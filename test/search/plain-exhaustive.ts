import { coveredBy, timesIn } from "../../src/search/covered.ts";
import { worldOf, type Covered, type Task } from "../../src/search/index.ts";
import { owing } from "../../src/search/walk.ts";
import type { World } from "../../src/world/index.ts";
import { make, offersOf } from "../world/random-walk.ts";
import type { Explored } from "./naive-exhaustive.ts";

/** A state of a tabulated world as text. Slots that came later count as zero. */
export const vectorOf = (world: World): string =>
  world
    .save()
    .join()
    .replace(/(?:,0)*$/, "");

/** What came up, as text. */
export const namesOf = (coverage: readonly Covered[]): string[] =>
  coverage
    .filter(({ seen }) => seen)
    .map(({ part, what, name }) => `${part}, ${what} ${name}`)
    .toSorted();

/** Every state and every break of a task on tables, breadth-first, with states as text. */
export const exploreTables = (task: Task, most = Infinity): Explored | undefined => {
  const world = worldOf(task);
  world.begin();
  const known = new Map([[vectorOf(world), { state: world.save(), depth: 0 }]]);
  const breaks: Record<string, number> = {};
  const note = (instance: number, depth: number): void => {
    const { invariant, binding } = world.bank.instances[instance]!;
    const broken = `${world.bank.invariants[invariant]!.id} ${JSON.stringify(binding)}`;
    breaks[broken] ??= depth;
  };
  let transitions = 0;
  for (const { state, depth } of known.values()) {
    world.load(state);
    if (world.offers.names("nobody").length === 0)
      for (const { instance } of owing(world)) note(instance, depth);
    for (const move of offersOf(world)) {
      world.load(state);
      if (!make(world, move)) continue;
      transitions++;
      for (const instance of world.violations) note(instance, depth + 1);
      const vector = vectorOf(world);
      if (!known.has(vector)) known.set(vector, { state: world.save(), depth: depth + 1 });
    }
    if (known.size > most) return undefined;
  }
  return {
    states: known.size,
    transitions,
    breaks,
    cameUp: namesOf(coveredBy(world, [timesIn(world)])),
  };
};
