import { Mistake } from "../mistake.ts";
import type { World } from "../world/index.ts";
import type { Random } from "./random.ts";

/** Entries that each chunk of a search computes again, per table. */
const sample = 4;

/**
 * Computes a few entries of every table again, from snapshots made anew. An answer that has changed means that a model
 * remembers something outside of its context; then nothing that its table says can be trusted.
 */
export const recheck = ({ plan }: World, random: Random): void => {
  const places = new Map(plan.parts.map(({ table, part }) => [table, part.kind.place]));
  for (const [table, where] of places)
    for (const { machine, local, event, kept, now } of table.verifySample(
      (bound) => random.below(bound),
      sample,
    ))
      throw new Mistake({
        what: `machine "${machine}" answers ${event.type} in ${local} in two ways: first ${kept}, then ${now}`,
        where,
        why: "a guard, an action or the wiring of its input keeps something outside of the context",
        todo: "keep everything in the context",
      });
};
