import { natureOf, type World } from "../world/index.ts";
import { takeByName } from "./take-by-name.ts";

/**
 * What parts of a kind do because of the last move of a trace: the transitions they take. The same move can do another
 * thing after other moves, so its name alone does not tell.
 */
export const lastDeed = (world: World, moves: readonly string[], kind: string): string =>
  world.uncounted(() => {
    world.begin();
    for (const move of moves) if (!takeByName(world, move)) world.coverage.settle();
    const deeds = world.plan.parts.flatMap(({ index, table, part }) =>
      part.kind.kind === kind
        ? world.coverage.entriesNow(index).flatMap((entry) => table.takenOf[entry]!)
        : [],
    );
    return [...new Set(deeds)].toSorted((left, right) => left - right).join();
  });

/** Moves that somebody, some fault or an adversary chose; the others happen by themselves sooner or later. */
export const chosen = (moves: readonly string[]): string[] =>
  moves.filter((move) => natureOf(move) !== "byItself");

/** Whether all words of the one come in the other, in the same order. */
export const isWithin = (words: readonly string[], text: readonly string[]): boolean => {
  let at = 0;
  for (const word of text) if (word === words[at]) at++;
  return at === words.length;
};
