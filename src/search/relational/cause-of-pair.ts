import { causeAmong, type Cause } from "../cause.ts";
import { footprintOf } from "../footprint.ts";
import type { Counterexample } from "../result.ts";
import { LivePair } from "./live-pair.ts";
import { sidesOfName } from "./pair-names.ts";
import type { Question } from "./question.ts";

type Broken = Pick<Counterexample, "invariant" | "binding" | "steps" | "brokenAt" | "fact">;

/** The cause of a break that two runs show: of each step what the first run did, or the second where that moved alone. */
export const causeOfPair = (question: Question, broken: Broken): Cause => {
  const pair = new LivePair(question);
  for (const name of question.task.scenario.setUp) pair.prepare(name);
  pair.startHere();
  const prints = broken.steps.map(({ move: name }) => {
    const { left, right } = sidesOfName(name);
    const side = left === undefined ? "right" : "left";
    return footprintOf(pair[side].world, (left ?? right)!, () => pair.take(name)[side]!);
  });
  return causeAmong(question.task, broken, pair.left.world, prints).cause;
};
