import {
  Asymmetric,
  candidatesIn,
  generated,
  Symmetry,
  stirred,
  type Words,
} from "../../world/index.ts";
import { Random } from "../random.ts";
import type { Difference } from "../result.ts";
import { worldOf, type Task } from "../task.ts";
import { changingSlots } from "./changing-slots.ts";

/** Permutations under which a task seems to stay what it is, and names that look alike and are not. */
export interface Likeness {
  readonly group: readonly Words[];
  readonly different: readonly Difference[];
}

/**
 * Looks for names that can take each other's place. Each exchange that looks like a symmetry is tried on a world of its
 * own, after some random walks in it: what was asked for a wrong one must not be held against others.
 */
export const likenessIn = (task: Task): Likeness => {
  // What adversaries make up is not proved to be the same of everybody.
  if (task.scenario.adversary !== undefined) return { group: [], different: [] };
  const generators: Words[] = [];
  const different: Difference[] = [];
  for (const words of candidatesIn(worldOf(task).plan)) {
    const group = generated(generators)!;
    const larger = generated([...generators, words]);
    if (!larger || larger.length === group.length) continue;
    const because = differenceOf(task, words);
    if (because === undefined) generators.push(words);
    else different.push({ names: stirred([words]), because });
  }
  return { group: generated(generators)!, different };
};

const differenceOf = (task: Task, words: Words): string | undefined => {
  const world = worldOf(task);
  try {
    const symmetry = new Symmetry(world, [words]);
    changingSlots(world, new Random(1), task.scenario.bound.moves);
    symmetry.test();
    return undefined;
  } catch (error) {
    if (error instanceof Asymmetric) return error.message;
    throw error;
  }
};
