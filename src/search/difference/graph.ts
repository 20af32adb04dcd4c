import type { Fact } from "../../promise/index.ts";
import { MoveKind, MoveList } from "../../world/index.ts";
import { changingSlots } from "../exhaustive/changing-slots.ts";
import { exploring, type Explorer } from "../exhaustive/explorer.ts";
import { nameOfStep } from "../exhaustive/way.ts";
import { Random } from "../random.ts";
import { worldOf, type Task } from "../task.ts";

/** What can happen in a task, as states and steps with the facts of each step. */
export interface Graph {
  readonly states: number;
  /** The steps of state s are those from `offsets[s]` up to, not including, `offsets[s + 1]`. */
  readonly offsets: readonly number[];
  readonly targets: readonly number[];
  /** Per step, which of the sequences of facts it brings about. */
  readonly sequences: readonly number[];
  readonly facts: readonly (readonly Fact[])[];
  /** Per step, which of the deeds it is: what somebody does of their own accord; -1 for none. */
  readonly doing: readonly number[];
  /** By the names of their moves, without what they carry. */
  readonly deeds: readonly string[];
  /** Per state, which of the sets of intents people have there, each as kind of part and intent. */
  readonly ready: readonly number[];
  readonly intents: readonly (readonly Intent[])[];
  /** Whether every state is there. */
  readonly closed: boolean;
}

/** Something that somebody can do in a state. */
export interface Intent {
  /** The kind of part. */
  readonly kind: string;
  /** The part and the intent. */
  readonly name: string;
}

/** Names the move of a step. */
export type NameOf = (state: number, step: number) => string;

/**
 * Explores a task, up to so many states, and hands what it found to somebody who may name moves as long as the world
 * still stands. Promises have no part in it: their monitors would only tell states apart.
 */
export const withGraph = <T>(
  task: Task,
  statesMost: number,
  work: (graph: Graph, nameOf: NameOf) => T,
): T => {
  const world = worldOf({ ...task, promises: [] });
  const slots = changingSlots(world, new Random(1), task.scenario.bound.moves);
  return exploring(world, slots, (explorer) => {
    while (!explorer.advance(256) && explorer.states.size < statesMost);
    const graph = graphOf(explorer);
    return work(graph, (state, step) =>
      nameOfStep(explorer, state, step - graph.offsets[state]!, 0),
    );
  });
};

const graphOf = (explorer: Explorer): Graph => {
  const { world, places, visited } = explorer;
  const sequences = new Table<readonly number[]>();
  const sets = new Table<readonly Intent[]>();
  const offsets = [0];
  const [targets, ofSteps, ready]: [number[], number[], number[]] = [[], [], []];
  const doing: number[] = [];
  const moves = new MoveList();
  world.uncounted(() => {
    for (let state = 0; state < explorer.expanded; state++) {
      places.put(visited.load(state));
      world.offers.list(moves);
      const able = new Map<string, Intent>();
      for (let at = 0; at < moves.count; at++) {
        const [kind, a] = [moves.kind[at]!, moves.a[at]!];
        if (!world.apply(kind, a, moves.b[at]!, moves.outputs[at]!)) continue;
        if (kind === MoveKind.intent && moves.outputs[at]! < 0) {
          const { part, event } = world.plan.intents[a]!;
          const planned = world.plan.parts[part]!.part;
          const name = `${planned.name} ${event.type}`;
          able.set(name, { kind: planned.kind.kind, name });
        }
        doing.push(kind === MoveKind.intent && moves.outputs[at]! < 0 ? a : -1);
        targets.push(visited.find(places.changes()));
        ofSteps.push(sequences.numberOf(world.facts));
        world.goBack();
      }
      const byName = [...able.values()].toSorted((left, right) =>
        left.name < right.name ? -1 : 1,
      );
      ready.push(sets.numberOf(byName));
      offsets.push(targets.length);
    }
  });
  return {
    states: explorer.expanded,
    offsets,
    // Where the search was stopped, some lead to states of which no more is known.
    targets: targets.map((target) => (target < explorer.expanded ? target : -1)),
    sequences: ofSteps,
    doing,
    deeds: world.plan.intents.map(({ name }) => name),
    facts: sequences.values.map((ids) => ids.map((id) => world.fact(id))),
    ready,
    intents: sets.values,
    closed: explorer.done,
  };
};

/** Numbers values by what they are. */
class Table<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: T): number {
    const key = JSON.stringify(value);
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.values.push(value) - 1));
    return number;
  }
}
