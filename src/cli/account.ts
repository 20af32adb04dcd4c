import type { Account, Standing, StateChange } from "../report/index.ts";
import { liveWorldOf, type SearchOutcome, type Task } from "../search/index.ts";

/** Makes a trace once more on live actors, to tell what its facts do not: states of parts, and who can read what. */
export const accountOf = (task: Task, moves: readonly string[]): Account => {
  const world = liveWorldOf(task);
  const start = standingOf(world);
  let before = start;
  const changes = moves.map((move): StateChange[] => {
    world.take(move);
    const after = standingOf(world);
    const changed = Object.entries(after.parts).flatMap(([part, to]) => {
      const from = before.parts[part]!;
      return from === to ? [] : [{ part, from, to }];
    });
    before = after;
    return changed;
  });
  return { start, readers: before.readers, changes };
};

/** An account for each counterexample of an outcome. */
export const accountsOf = (task: Task, { counterexamples }: SearchOutcome): Account[] =>
  counterexamples.map(({ steps, pair }) =>
    pair
      ? accountOfPair
      : accountOf(
          task,
          steps.map(({ move }) => move),
        ),
  );

/** Two runs differ in what stands where; their story tells what an observer sees instead. */
export const accountOfPair: Account = {
  start: { parts: {}, readers: {} },
  readers: {},
  changes: [],
};

const standingOf = ({ members, knowledge }: ReturnType<typeof liveWorldOf>): Standing => ({
  parts: byName([...members].map(([name, { actor }]) => [name, stateName(actor.view().value)])),
  readers: byName(
    [...knowledge].map(([name, known]) => [
      name,
      known
        .bodies()
        .map(({ label }) => label)
        .toSorted(),
    ]),
  ),
});

const byName = <T>(entries: readonly (readonly [name: string, value: T])[]): Record<string, T> =>
  Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));

/** A state by its dotted name; regions side by side are joined. */
const stateName = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.entries(value)
        .map(([name, inner]) => [name, stateName(inner)].filter(Boolean).join("."))
        .join(" + ")
    : String(value);
