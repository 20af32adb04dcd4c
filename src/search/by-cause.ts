import type { World } from "../world/index.ts";
import { Disagreement } from "./confirm.ts";
import { chosen, isWithin, lastDeed } from "./deeds.ts";
import { minimise, type Minimal } from "./minimise.ts";
import type { Counterexample } from "./result.ts";
import type { Task } from "./task.ts";

/** Breaks of one kind that are made minimal at most, beyond the first. */
const triesMost = 40;

/**
 * Breaks of one kind, one for each cause: the first, and what else is found among other ways to such a break. The search
 * goes on with known causes blocked: a way shows nothing new if it has the moves of a known one in it and breaks by the
 * same transitions, and none is made minimal by breaking through others than it did.
 */
export const byCause = (
  { scenario }: Task,
  world: World,
  signature: string,
  first: Counterexample,
  others: Iterable<readonly string[]>,
  settled: (minimal: Minimal) => Counterexample,
): Counterexample[] => {
  // What is owed in the end is broken by no move; there it matters only what was chosen.
  const inTheEnd = typeof first.brokenAt !== "number";
  const weighty = (moves: readonly string[]): readonly string[] =>
    inTheEnd ? chosen(moves) : moves;
  const deedOf = (moves: readonly string[]): string =>
    inTheEnd ? "" : lastDeed(world, moves, first.cause.by?.part ?? "");
  const known: { readonly moves: readonly string[]; readonly deed: string }[] = [];
  const found = new Map<string, Counterexample>();
  const add = (one: Counterexample): void => {
    const moves = one.steps.map(({ move }) => move);
    known.push({ moves: weighty(moves), deed: deedOf(moves) });
    if (!found.has(one.cause.id)) found.set(one.cause.id, one);
  };
  const smallest = (moves: readonly string[], deed: string): Minimal | undefined => {
    const other = (candidate: readonly string[]): boolean => deedOf(candidate) !== deed;
    const most = scenario.bound.moves;
    const minimal = minimise(world, moves, signature, most);
    return minimal && other(minimal.moves)
      ? minimise(world, moves, signature, most, other)
      : minimal;
  };
  add(first);
  let tries = 0;
  for (const moves of others) {
    const alike = known.filter((one) => isWithin(one.moves, weighty(moves)));
    const deed = deedOf(moves);
    if (alike.some((one) => one.deed === deed)) continue;
    if (tries++ === triesMost) break;
    const minimal = smallest(moves, deed);
    if (!minimal)
      throw new Disagreement(`${signature} broke once and not again`, moves, [
        "no break when followed by name",
      ]);
    add(settled(minimal));
  }
  return [...found.values()];
};
