import type { Meanings } from "../../promise/index.ts";
import { Disagreement, replayLive } from "../confirm.ts";
import type { Task } from "../task.ts";
import { behaviourKey, behavioursIn, type Behaviour } from "./behaviours.ts";
import { followedBy } from "./can-too.ts";
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
  { task, nameOf, other, meanings }: Telling,
): ToldBehaviour[] => {
  const known = new Set(behavioursIn(there, meanings).map(behaviourKey));
  return behavioursIn(here, meanings)
    .filter((behaviour) => !known.has(behaviourKey(behaviour)))
    .flatMap(({ is, name, way }) => {
      const moves = way.map(({ state, step }) => nameOf(state, step));
      mustHappen(task, moves, { is, name });
      const followed = other && followedBy(other, moves);
      const comesAbout = is === "deed" || followed?.flat().some(({ type }) => type === name);
      return followed && comesAbout ? [] : [{ is, name, moves }];
    });
};

interface Telling {
  readonly task: Task;
  readonly nameOf: NameOf;
  /** The other version, where it may do more than was seen of it. */
  readonly other: Task | undefined;
  readonly meanings: Meanings;
}

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
