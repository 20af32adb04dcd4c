import { diagramOf } from "../machine/index.ts";
import type { MachineDrawing } from "../report/scenes.ts";
import type { Task } from "../search/task.ts";
import type { PartKind } from "../world/part.ts";

/** A kind of part, drawn but not yet laid out. */
export type Undrawn = Omit<MachineDrawing, "layout">;

/** Every kind of part of these tasks, in the order of their names. */
export const machinesOf = (
  tasks: readonly Task[],
  pathOf: (file: string) => string,
): readonly Undrawn[] => {
  const kinds = new Map<string, PartKind>();
  for (const { protocol, scenario } of tasks)
    for (const { kind } of protocol.compose(scenario.cast).parts) kinds.set(kind.kind, kind);
  return [...kinds.values()]
    .toSorted((left, right) => (left.kind < right.kind ? -1 : 1))
    .map(({ kind, machine, place, emits = {}, intents = {} }) => ({
      kind,
      place: place && { file: pathOf(place.file), line: place.line },
      diagram: diagramOf(machine),
      states: [
        ...new Set(
          Object.values(emits)
            .flat()
            .flatMap((effect) => (effect.rule === "fact" ? [effect.type] : [])),
        ),
      ].toSorted(),
      intents: Object.keys(intents).toSorted(),
    }));
};
