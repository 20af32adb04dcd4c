import { smaller } from "../traces.ts";
import { followPair } from "./pair-names.ts";
import type { PairWorld } from "./pair-world.ts";

/**
 * Both runs made minimal together: no pair of moves can be left out, nor any two. Undefined when the observer does not
 * tell them apart again.
 */
export const minimisePair = (
  pair: PairWorld,
  names: readonly string[],
): readonly string[] | undefined => {
  let smallest = followPair(pair, names);
  if (!smallest.apart) return undefined;
  for (let again = true; again;) {
    again = false;
    for (const candidate of smaller(smallest.moves)) {
      const followed = followPair(pair, candidate);
      if (!followed.apart || followed.moves.length >= smallest.moves.length) continue;
      smallest = followed;
      again = true;
      break;
    }
  }
  return smallest.moves;
};
