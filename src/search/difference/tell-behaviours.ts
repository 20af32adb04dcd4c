import type { Meanings } from "../../promise/index.ts";
import { Disagreement, replayLive } from "../confirm.ts";
import type { Task } from "../task.ts";
import { behavioursIn, type Behaviour } from "./behaviours.ts";
import type { Graph, NameOf } from "./graph.ts";

/** Something that can happen under one of two versions and never under the other, whatever it means to anybody. */
export interface ToldBehaviour extends Pick<Behaviour, "is" | "name"> {
  /** A shortest trace to it, confirmed on live actors. */
  readonly moves: readonly string[];
}

/** What can happen here and not there. */
export const newBehaviours = (
  here: Graph,
  there: Graph,
  { task, nameOf, meanings }: { task: Task; nameOf: NameOf; meanings: Meanings },
): ToldBehaviour[] => {
  const known = new Set(behavioursIn(there, meanings).map(keyOf));
  return behavioursIn(here, meanings)
    .filter((behaviour) => !known.has(keyOf(behaviour)))
    .map(({ is, name, way }) => {
      const moves = way.map(({ state, step }) => nameOf(state, step));
      mustHappen(task, moves, { is, name });
      return { is, name, moves };
    });
};

const keyOf = ({ is, name }: Pick<Behaviour, "is" | "name">): string => `${is} ${name}`;

/** Search proposes, live actors decide; that a move can be made is what replaying it shows. */
const mustHappen = (
  task: Task,
  moves: readonly string[],
  { is, name }: Pick<Behaviour, "is" | "name">,
): void => {
  const last = replayLive(task, moves).steps.at(-1)!;
  if (is === "deed" || last.facts.some(({ type }) => type === name)) return;
  throw new Disagreement(`tables saw that "${name}" came to be so, live actors did not`, moves, [
    JSON.stringify(last.facts),
  ]);
};
