import type { Mutant } from "./mutant.ts";
import type { Sabotage } from "./sabotage.ts";

/** A sabotage as a mutant, under the name of its file. */
export const mutantOf = (name: string, sabotage: Sabotage): Mutant => {
  const { says, breaks, part, emissions, place } = sabotage;
  let changed: ReturnType<Sabotage["change"]> | undefined;
  return {
    name: `sabotage ${name}`,
    operator: "sabotage",
    part: part?.kind ?? "composition",
    spot: {},
    where: place,
    diff: [`+ ${says}`],
    touches:
      part === undefined
        ? []
        : emissions.length > 0
          ? emissions.map((emission) => `${part.kind} emits ${emission}`)
          : [`${part.kind} in ${part.machine.id}`],
    breaks,
    compose: (composition) => {
      if (part === undefined) return sabotage.composed(composition);
      const kind = (changed ??= sabotage.change());
      const parts = composition.parts.map((one) => (one.kind === part ? { ...one, kind } : one));
      return { ...composition, parts };
    },
  };
};
