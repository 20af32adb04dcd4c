import type { World } from "../world/index.ts";
import { takeByName } from "./take-by-name.ts";

/** A move by name that is not possible when its turn comes, and what is possible instead. */
export interface Impossible {
  readonly move: string;
  readonly offered: readonly string[];
}

/**
 * The first of these moves that is not possible, from the start of the world; undefined if all can be made. Search
 * leaves such moves out, as it must while it makes a trace smaller; whoever writes one down wants to know.
 */
export const impossibleIn = (world: World, moves: readonly string[]): Impossible | undefined => {
  world.begin();
  for (const move of moves)
    if (!takeByName(world, move)) return { move, offered: world.offers.names() };
  return undefined;
};
