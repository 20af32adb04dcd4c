import type { World } from "../world/index.ts";
import { neighbourOf } from "./neighbour.ts";
import type { Counterexample } from "./result.ts";
import { signatureOf } from "./signature.ts";
import { takeByName } from "./take-by-name.ts";
import type { Task } from "./task.ts";

/** A break together with which of its steps led to it, and what would have prevented it. */
export const explained = (task: Task, world: World, found: Counterexample): Counterexample => {
  const moves = found.steps.map(({ move }) => move);
  const instance = instanceOf(world, found, moves);
  // What goes on for ever has no last step to begin with.
  if (instance < 0 || found.repeatsFrom !== undefined) return found;
  const signature = signatureOf(world, instance);
  return {
    ...found,
    prevented: neighbourOf(task, world, moves, found.invariant, signature),
  };
};

/** The monitor of a break. It has come up once the moves were made. */
const instanceOf = (
  world: World,
  { invariant, binding }: Counterexample,
  moves: readonly string[],
): number => {
  makeAll(world, moves);
  const { bank } = world;
  const wanted = JSON.stringify(Object.values(binding));
  return bank.instances.findIndex(
    (one) =>
      bank.invariants[one.invariant]!.id === invariant && JSON.stringify(one.binding) === wanted,
  );
};

const makeAll = (world: World, moves: readonly string[]): void =>
  world.uncounted(() => {
    world.begin();
    for (const name of moves) takeByName(world, name);
  });
