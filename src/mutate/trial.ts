import { coveredBy, timesIn } from "../search/covered.ts";
import { changingSlots } from "../search/exhaustive/changing-slots.ts";
import { exploring, type Explorer } from "../search/exhaustive/explorer.ts";
import { wayToBreak } from "../search/exhaustive/way.ts";
import { namesOf } from "../search/follow.ts";
import { Random, seedOf } from "../search/random.ts";
import { signatureOf } from "../search/signature.ts";
import { worldOf, type Task } from "../search/task.ts";
import { Walker } from "../search/walk.ts";
import { ignoredIn, type World } from "../world/index.ts";

/** How far a trial goes. */
export interface Bounds {
  /** States visited breadth first without any fault. */
  readonly states: number;
  /** The same for each kind of fault by itself. */
  readonly faulty: number;
  /** Random walks, with all faults. */
  readonly runs: number;
}

/** A break that a trial came upon, not yet confirmed. */
export interface Found {
  readonly invariant: string;
  readonly signature: string;
  readonly instance: number;
  readonly moves: readonly string[];
  readonly at: "last" | "end";
  /** Whether no story with the same kind of fault, or with none, is shorter. */
  readonly shortest: boolean;
  /** The world that proposes it. */
  readonly world: World;
}

/** What a quick search of one task showed. */
export interface Trial {
  /** Of each invariant that broke, one break: a shortest, if one showed within the states that were visited. */
  readonly found: ReadonlyMap<string, Found>;
  readonly tested: ReadonlyMap<string, number>;
  /** Invariants of the kind "possible" that were seen. */
  readonly witnessed: ReadonlySet<string>;
  /** Parts with events that they got in a state that does not name them. */
  readonly ignored: ReadonlySet<string>;
  /** Whatever parts declare and whether it came up, by part and name. */
  readonly covered: ReadonlyMap<string, boolean>;
  /** The worlds in which it went on. */
  readonly worlds: readonly World[];
  /** Whether every state without faults was visited. */
  readonly complete: boolean;
  /** Slots of the calm world that change, as far as they came up. */
  readonly slots: readonly number[];
}

/**
 * Searches a task quickly, first breadth first and then by chance. The same every time. `slots` are those that are known
 * to change; if it is left out, they are looked for.
 */
export const tryOut = (task: Task, bounds: Bounds, slots?: readonly number[]): Trial => {
  const found = new Map<string, Found>();
  const tested = new Map<string, number>();
  const witnessed = new Set<string>();
  const ignored = new Set<string>();
  const covered = new Map<string, boolean>();
  const note = (world: World): void => {
    const ids = world.bank.invariants.map(({ id }) => id);
    for (const [at, id] of ids.entries()) {
      tested.set(id, (tested.get(id) ?? 0) + world.evidence.tested[at]!);
      if (world.evidence.witnessed[at] === 1) witnessed.add(id);
    }
    for (const [name] of ignoredIn(world)) ignored.add(name);
    for (const { part, what, name, seen } of coveredBy(world, [timesIn(world)])) {
      const key = `${what} "${name}" of ${part}`;
      covered.set(key, seen || (covered.get(key) ?? false));
    }
  };
  const { faults } = task.scenario;
  const calm = worldUnder(task, {});
  const worlds = [calm];
  let changing = slots ?? changingSlots(calm, new Random(1), task.scenario.bound.moves);
  const visit = (world: World, states: number): boolean =>
    exploring(world, changing, (explorer) => {
      while (explorer.states.size < states && !explorer.advance(256));
      explorer.tally();
      note(world);
      for (const one of breaksOf(explorer))
        if (!found.has(one.invariant)) found.set(one.invariant, one);
      changing = explorer.places.slots;
      return explorer.done;
    });
  const complete = visit(calm, bounds.states);
  if (bounds.faulty > 0)
    for (const [kind, most] of Object.entries(faults)) {
      const world = worldUnder(task, { [kind]: most });
      worlds.push(world);
      visit(world, bounds.faulty);
    }
  const stormy = worldOf(task);
  for (const one of walked(stormy, task, bounds.runs))
    if (!found.has(one.invariant)) found.set(one.invariant, one);
  note(stormy);
  const all = [...worlds, stormy];
  return { found, tested, witnessed, ignored, covered, worlds: all, complete, slots: changing };
};

const worldUnder = (task: Task, faults: Task["scenario"]["faults"]): World =>
  worldOf({ ...task, scenario: { ...task.scenario, faults } });

const breaksOf = (explorer: Explorer): Found[] => {
  const { world } = explorer;
  return explorer.breaks.map((one) => ({
    ...wayToBreak(explorer, one),
    invariant: invariantOf(world, one.instance),
    signature: one.signature,
    at: one.move < 0 ? "end" : "last",
    shortest: true,
    world,
  }));
};

const walked = (world: World, { scenario, scenarioName }: Task, runs: number): Found[] => {
  const walker = new Walker(world);
  const found = new Map<string, Found>();
  for (let run = 1; run <= runs; run++) {
    const seed = seedOf("trial", scenarioName, run);
    walker.walk(new Random(seed), scenario.bound.moves);
    const suspicions = walker.suspicions.slice();
    for (const { instance, at } of suspicions) {
      const invariant = invariantOf(world, instance);
      if (found.has(invariant)) continue;
      const moves = namesOf(world, walker.moves);
      const signature = signatureOf(world, instance);
      found.set(invariant, {
        invariant,
        signature,
        instance,
        moves: at < 0 ? moves : moves.slice(0, at + 1),
        at: at < 0 ? "end" : "last",
        shortest: false,
        world,
      });
    }
  }
  return [...found.values()];
};

const invariantOf = ({ bank }: World, instance: number): string =>
  bank.invariants[bank.instances[instance]!.invariant]!.id;
