import { answerOf } from "../promise/index.ts";
import { exploring, type Explorer } from "../search/exhaustive/explorer.ts";
import type { View } from "../search/difference/view.ts";
import { monitorsOf, worldOf, type Task } from "../search/task.ts";
import { MoveKind, MoveList, type World } from "../world/index.ts";

/** All that a task can do, seen from outside. */
export interface Behaviour {
  /** Labelled with facts and what promises read in them, with what people do, and with time that passes. */
  readonly view: View;
  /** The world it was seen in, e.g. to tell what it came to. */
  readonly world: World;
}

/**
 * What a task can do without faults; undefined if that takes more states than so many, or if it could go on for ever
 * without anything being seen.
 */
export const behaviourOf = (
  task: Task,
  slots: readonly number[],
  statesMost: number,
): Behaviour | undefined => {
  const calm = { ...task, scenario: { ...task.scenario, faults: {} } };
  const readings: string[] = [];
  const world = worldOf(calm, listening(calm, readings));
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
        const facts = world.facts.map((id) => JSON.stringify(world.fact(id)));
        const label = [...new Set([...facts, ...readings])].toSorted();
        targets.push(visited.find(places.changes()));
        world.goBack();
        if (!unseen.has(moves.kind[at]!)) label.unshift(world.offers.nameOf(moves, at));
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
