import { natureOf, type World } from "../world/index.ts";
import { confirm } from "./confirm.ts";
import { follow } from "./follow.ts";
import type { Prevented } from "./result.ts";
import { signatureOf } from "./signature.ts";
import type { Task } from "./task.ts";
import { takeByName } from "./take-by-name.ts";

/**
 * The nearest story that does not break: the same moves, save that two that follow each other come in the other order,
 * or that one more is made, as late as possible. Afterwards all goes on as before, as far as it still can, until everything
 * has come to rest, and live actors agree that nothing breaks. Undefined if every such story breaks.
 */
export const neighbourOf = (
  task: Task,
  world: World,
  moves: readonly string[],
  invariant: string,
  signature: string,
): Prevented | undefined => {
  const passes = (names: readonly string[], changed: number): boolean => {
    const wanted = (instance: number): boolean => signatureOf(world, instance) === signature;
    const { moves: made, rest, instance } = follow(world, names, wanted);
    const isMade = names.slice(0, changed).every((name, at) => name === made[at]);
    if (instance >= 0 || !isMade) return false;
    return confirm(task, [...made, ...rest], invariant, undefined, true) === undefined;
  };
  for (let step = moves.length; step > 1; step--) {
    const [first, second] = [moves[step - 2]!, moves[step - 1]!];
    if (passes(moves.toSpliced(step - 2, 2, second, first), step)) return { by: "order", step };
  }
  for (let step = moves.length; step >= 1; step--)
    for (const move of choicesBefore(world, moves, step))
      if (passes(moves.toSpliced(step - 1, 0, move), step)) return { by: "move", step, move };
  return undefined;
};

/** What else could have happened before a step, without anything going wrong and without an adversary's help. */
const choicesBefore = (world: World, moves: readonly string[], step: number): readonly string[] =>
  world.uncounted(() => {
    world.begin();
    for (const name of moves.slice(0, step - 1)) takeByName(world, name);
    const isMeant = (name: string): boolean => ["choice", "byItself"].includes(natureOf(name));
    return world.offers.names().filter((name) => name !== moves[step - 1] && isMeant(name));
  });
