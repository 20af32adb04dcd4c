import { MoveList, type World } from "../world/index.ts";
import { takeByName } from "./take-by-name.ts";
import { atRest, drainMost, owing } from "./walk.ts";

/** What following a list of moves by name came to. */
export interface Followed {
  /** The moves that were possible, in order, up to and including the break. */
  readonly moves: readonly string[];
  /** Moves that brought the world to rest afterwards, for breaks that only show then. */
  readonly rest: readonly string[];
  /** The instance that broke, or -1. */
  readonly instance: number;
  /** Index of the breaking move; `moves.length` if it showed at rest. */
  readonly at: number;
}

/**
 * Follows moves by name from the start, leaving out those that are not possible, until the wanted break shows; if it
 * does not, lets the world come to rest (always the first move on offer) and looks at open obligations. A world that
 * does not come to rest owes nothing yet, nor does one that stops for want of room in a channel.
 * `wanted` says which monitor instances count.
 */
export const follow = (
  world: World,
  names: readonly string[],
  wanted: (instance: number) => boolean,
): Followed => {
  world.evidence.counting = false;
  try {
    return followed(world, names, wanted);
  } finally {
    world.evidence.counting = true;
  }
};

const followed = (
  world: World,
  names: readonly string[],
  wanted: (instance: number) => boolean,
): Followed => {
  const offered = new MoveList();
  const moves: string[] = [];
  world.begin();
  for (const name of names) {
    if (!takeByName(world, name, "all", offered)) continue;
    moves.push(name);
    const instance = world.violations.find(wanted);
    if (instance !== undefined) return { moves, rest: [], instance, at: moves.length - 1 };
  }
  const rest: string[] = [];
  for (;;) {
    const name = takeFirst(world, offered);
    if (name === undefined) break;
    if (rest.length === drainMost) return { moves, rest, instance: -1, at: moves.length };
    rest.push(name);
    const instance = world.violations.find(wanted);
    if (instance !== undefined)
      return { moves: [...moves, ...rest], rest: [], instance, at: moves.length + rest.length - 1 };
  }
  const owed = atRest(world, offered) ? obligedInstance(world, wanted) : -1;
  return { moves, rest, instance: owed, at: moves.length };
};

const takeFirst = (world: World, offered: MoveList): string | undefined => {
  world.offers.list(offered, "nobody");
  for (let at = 0; at < offered.count; at++) {
    const name = world.offers.nameOf(offered, at);
    if (world.apply(offered.kind[at]!, offered.a[at]!, offered.b[at]!, offered.outputs[at]!))
      return name;
  }
  return undefined;
};

const obligedInstance = (world: World, wanted: (instance: number) => boolean): number => {
  return owing(world).find(({ instance }) => wanted(instance))?.instance ?? -1;
};

/** Names of moves that were made as integers, found by making them again from the start. */
export const namesOf = (world: World, moves: MoveList): string[] => {
  const names: string[] = [];
  world.evidence.counting = false;
  world.begin();
  for (let at = 0; at < moves.count; at++) {
    names.push(world.offers.nameOf(moves, at));
    world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!);
  }
  world.evidence.counting = true;
  return names;
};
