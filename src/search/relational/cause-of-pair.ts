import { causeAmong, type Cause } from "../cause.ts";
import { footprintOf, type Footprint } from "../footprint.ts";
import type { Counterexample } from "../result.ts";
import { compositionOf } from "../task.ts";
import { LiveRun } from "./live-run.ts";
import { partsOfName } from "./pair-names.ts";
import type { Question } from "./question.ts";
import { twinOf } from "./twins.ts";

type Broken = Pick<Counterexample, "invariant" | "binding" | "steps" | "brokenAt" | "fact">;

/** The cause of a break that two runs show: of each step what the first run did, or the second where that moved alone. */
export const causeOfPair = (question: Question, broken: Broken): Cause => {
  const composition = compositionOf(question.task);
  const left = new LiveRun(question, composition);
  const right = new LiveRun(question, twinOf(composition, question.rule));
  for (const run of [left, right]) {
    for (const name of question.task.scenario.setUp) run.prepare(name);
    run.world.startHere();
  }
  const printOf = (run: LiveRun, name: string): Footprint =>
    footprintOf(run.world, name, (one) => run.take(one));
  const prints = broken.steps.map(({ move: name }) => {
    const { alone, move } = partsOfName(name);
    if (alone === "right") return printOf(right, move);
    if (alone === undefined) right.take(move);
    return printOf(left, move);
  });
  return causeAmong(question.task, broken, left.world, prints);
};
