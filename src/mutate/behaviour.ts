import { answerOf } from "../promise/index.ts";
import { exploring, type Explorer } from "../search/exhaustive/explorer.ts";
import type { View } from "../search/difference/view.ts";
import { monitorsOf, worldOf, type Task } from "../search/task.ts";
import { MoveKind, moveKindNames, MoveList, type World } from "../world/index.ts";

/** All that a task can do, seen from outside. */
export interface Behaviour {
  /**
   * Labelled with facts and what promises read in them, with what people do, with what fails, and with time that passes.
   * What somebody may do and nothing comes of is left out: after it everything is as before, except that it may be done
   * less often, so it leads to nothing else than there is without it.
   */
  readonly view: View;
  /** The world it was seen in, e.g. to tell what it came to. */
  readonly world: World;
}

/**
 * What a task can do with its faults; undefined if that takes more states than so many, or if it could go on for ever
 * without anything being seen.
 */
export const behaviourOf = (
  task: Task,
  slots: readonly number[],
  statesMost: number,
): Behaviour | undefined => {
  const readings: string[] = [];
  const world = worldOf(task, listening(task, readings));
  return exploring(world, slots, (explorer) => {
    while (!explorer.advance(256)) if (explorer.states.size > statesMost) return undefined;
    const view = seen(explorer, readings);
    return isEndless(view) ? undefined : { view, world };
  });
};

/** Monitors that never get anywhere, so that they tell no states apart, and note what they are told. */
const listening = (task: Task, readings: string[]) =>
  monitorsOf(task).map((monitor, at) => ({
    ...monitor,
    step: (state: number, symbol: number): number => {
      readings.push(`${at} ${symbol}`);
      return answerOf(state, 0);
    },
    wait: (state: number): number => answerOf(state, 0),
  }));

/** Messages that arrive and timers that run out are seen by what comes of them alone. */
const unseen = new Set<number>([MoveKind.deliver, MoveKind.timer, MoveKind.online]);

/** People do what they do, and time passes so long; of what fails, it is seen that something of the kind does. */
const named = new Set<number>([MoveKind.intent, MoveKind.time, MoveKind.delay]);

/** Whether what was done last has come to nothing, except that it may be done less often. */
const isIdle = ({ layout, written: { values, count }, cells }: World): boolean => {
  const firsts = new Map<number, number>();
  for (let at = 0; at < count; at += 2)
    if (!firsts.has(values[at]!)) firsts.set(values[at]!, values[at + 1]!);
  return [...firsts].every(
    ([slot, before]) => cells[slot] === before || (slot >= layout.limits && slot < layout.faults),
  );
};

const seen = (explorer: Explorer, readings: string[]): View => {
  const { world, places, visited } = explorer;
  const offsets = [0];
  const targets: number[] = [];
  const labels: string[] = [];
  const moves = new MoveList();
  world.uncounted(() => {
    for (let state = 0; state < explorer.expanded; state++) {
      places.put(visited.load(state));
      world.offers.list(moves);
      for (let at = 0; at < moves.count; at++) {
        readings.length = 0;
        if (!world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) continue;
        if (moves.kind[at] === MoveKind.intent && world.facts.length === 0 && isIdle(world)) {
          world.goBack();
          continue;
        }
        const facts = world.facts.map((id) => JSON.stringify(world.fact(id)));
        const label = [...new Set([...facts, ...readings])].toSorted();
        targets.push(visited.find(places.changes()));
        world.goBack();
        const kind = moves.kind[at]!;
        if (named.has(kind)) label.unshift(world.offers.nameOf(moves, at));
        else if (!unseen.has(kind)) label.unshift(moveKindNames[kind]!);
        labels.push(label.join());
      }
      offsets.push(targets.length);
    }
  });
  // What people can do stands in the labels: it may take steps of which nothing is seen until they can.
  const ready = Array.from<string>({ length: explorer.expanded }).fill("");
  return { states: explorer.expanded, offsets, targets, labels, ready };
};

/** Whether steps of which nothing is seen can go round in a circle. */
const isEndless = ({ states, offsets, targets, labels }: View): boolean => {
  const unseenInto = new Int32Array(states);
  const each = (state: number, visit: (target: number) => void): void => {
    for (let step = offsets[state]!; step < offsets[state + 1]!; step++)
      if (labels[step] === "") visit(targets[step]!);
  };
  for (let state = 0; state < states; state++) each(state, (target) => unseenInto[target]!++);
  const free = [...unseenInto.keys()].filter((state) => unseenInto[state] === 0);
  for (let at = 0; at < free.length; at++)
    each(free[at]!, (target) => --unseenInto[target]! === 0 && free.push(target));
  return free.length < states;
};
