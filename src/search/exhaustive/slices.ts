import type { World } from "../../world/index.ts";

/** The parts that keep still in one slice of a task, by name. */
export type Still = readonly string[];

/** The slices of a task, and the invariants that each of them judges. */
export interface Slices {
  /** Each with the parts that keep still. */
  readonly all: readonly Still[];
  /** Invariants whose parameters single nobody out: only the whole task could judge them. */
  readonly unsliced: readonly string[];
}

/**
 * Cuts a task into slices, one for each binding that some invariant can have. A parameter such as `device` singles out
 * the parts that have a role of this name: those act in whose role the bound value stands, and those keep still in
 * whose role another one does. Everybody else acts as ever.
 *
 * What breaks in a slice, breaks. What holds in all slices of an invariant, holds as long as those do not matter to a
 * binding who keep still in its slice; so they are named with the verdict. Where nobody has a double, the whole task is
 * one slice.
 */
export const slicesOf = ({ plan, bank }: World): Slices => {
  const parts = plan.parts.map(({ part }) => part);
  const valuesOf = (role: string): string[] =>
    [
      ...new Set(parts.flatMap(({ roles }) => (role in roles ? [String(roles[role])] : []))),
    ].toSorted();
  const slices = new Map<string, Still>();
  const unsliced: string[] = [];
  for (const { id, params } of bank.invariants) {
    const single = params.filter((role) => valuesOf(role).length > 1);
    if (single.length === 0) unsliced.push(id);
    else
      for (const binding of combinations(single.map(valuesOf))) {
        const still = parts
          .filter(({ roles }) =>
            single.some((role, at) => role in roles && String(roles[role]) !== binding[at]),
          )
          .map(({ name }) => name);
        slices.set(still.join("\n"), still);
      }
  }
  const all = [...slices.values()];
  if (all.length === 0) return whole;
  return { all: all.filter((still) => !all.some((other) => isLarger(other, still))), unsliced };
};

/** The whole task as its only slice. */
export const whole: Slices = { all: [[]], unsliced: [] };

/** Whether everybody who acts in the one slice acts in the other, too, and somebody besides. */
const isLarger = (larger: Still, smaller: Still): boolean =>
  larger.length < smaller.length && larger.every((name) => smaller.includes(name));

/** Every way to choose one value of each list. */
const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>(
    (chosen, list) => chosen.flatMap((before) => list.map((value) => [...before, value])),
    [[]],
  );
