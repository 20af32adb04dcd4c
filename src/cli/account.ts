import type { Account, StateChange } from "../report/index.ts";
import { liveWorldOf, type Task } from "../search/index.ts";

/** Makes a trace once more on live actors, to tell what its facts do not: states of parts, and who can read what. */
export const accountOf = (task: Task, moves: readonly string[]): Account => {
  const world = liveWorldOf(task);
  const states = (): ReadonlyMap<string, string> =>
    new Map([...world.members].map(([name, { actor }]) => [name, stateName(actor.view().value)]));
  let before = states();
  const changes = moves.map((move): StateChange[] => {
    world.take(move);
    const after = states();
    const changed = [...after].flatMap(([part, to]) => {
      const from = before.get(part)!;
      return from === to ? [] : [{ part, from, to }];
    });
    before = after;
    return changed;
  });
  const readers = [...world.knowledge].map(
    ([name, known]) =>
      [
        name,
        known
          .bodies()
          .map(({ label }) => label)
          .toSorted(),
      ] as const,
  );
  return {
    readers: Object.fromEntries(readers.toSorted(([left], [right]) => (left < right ? -1 : 1))),
    changes,
  };
};

/** A state by its dotted name; regions side by side are joined. */
const stateName = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.entries(value)
        .map(([name, inner]) => [name, stateName(inner)].filter(Boolean).join("."))
        .join(" + ")
    : String(value);
