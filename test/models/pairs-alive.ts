import { expect } from "vitest";
import { playPair } from "../../src/search/relational/confirm-pair.ts";
import { walkPair } from "../../src/search/relational/pair-walk.ts";
import { PairWorld } from "../../src/search/relational/pair-world.ts";
import { questionsOf, type Question } from "../../src/search/relational/question.ts";
import { relationsOf } from "../../src/search/task.ts";
import { promises, tasks } from "./project.ts";

/** Moves of each walk before everything comes to rest. */
const most = 12;

/** Every question about two runs that could be asked in any scenario, whether the scenario is about it or not. */
const questions = (): Question[] =>
  tasks.flatMap((task) => relationsOf(promises).flatMap(({ id }) => questionsOf(task, id)));

/**
 * Walks a random pair of runs for one in so many questions and lets live actors judge it move by move: they must tell
 * the runs apart exactly where the tables do. Answers what was met.
 */
export const judgedAlive = (every: number) => {
  const met = { apart: 0, alike: 0, alone: 0, steps: 0, asked: 0 };
  const asked = new Set<string>();
  questions().forEach((question, at) => {
    if (at % every !== 0) return;
    const { task, invariant, observer } = question;
    const moves: string[] = [];
    const pair = new PairWorld(question, task.scenario.faults);
    const { apart } = walkPair(pair, at, most, (move) => moves.push(move));
    const { apartAfter } = playPair(question, moves);
    const where = `${invariant.id} in ${task.scenarioName} under ${task.protocol.name}, ${observer}`;
    expect(apartAfter, `${where}: ${moves.join("; ")}`).toBe(apart ? moves.length : undefined);
    met[apart ? "apart" : "alike"]++;
    met.steps += moves.length;
    met.alone += moves.filter((move) => move.includes(" alone: ")).length;
    asked.add(invariant.id);
  });
  return { ...met, asked: asked.size };
};
