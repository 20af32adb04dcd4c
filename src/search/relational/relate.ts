import type { FaultKind } from "../../world/index.ts";
import type { Counterexample, Relation, SearchOutcome, Stopped } from "../result.ts";
import { relationsOf, type Task } from "../task.ts";
import { encodeToken } from "../token.ts";
import { causeOfPair } from "./cause-of-pair.ts";
import { confirmPair } from "./confirm-pair.ts";
import { minimisePair } from "./minimise-pair.ts";
import { PairWorld } from "./pair-world.ts";
import { searchProduct, type PairStanding } from "./product.ts";
import { questionsOf, type Question } from "./question.ts";

/** What comparing pairs of runs adds to what a search of single runs found. */
export interface Related {
  readonly relations: readonly Relation[];
  readonly tested: Readonly<Record<string, number>>;
  readonly counterexamples: readonly Counterexample[];
}

type Faults = Readonly<Partial<Record<FaultKind, number>>>;

/**
 * Compares all pairs of runs of a task, invariant by invariant, observer by observer, and under one choice of faults
 * after the other. Of each invariant the shortest story is told that breaks it.
 */
export const relateAll = (
  task: Task,
  freedoms: readonly Faults[],
  watch: (standing: PairStanding) => Stopped | undefined,
): Related => {
  const all = questionsOf(task);
  const tested = untested(task);
  const relations: Relation[] = [];
  const counterexamples: Counterexample[] = [];
  for (const [id, questions] of Map.groupBy(all, ({ invariant }) => invariant.id)) {
    const found: Found[] = [];
    let [pairs, unresolved] = [0, 0];
    let stopped: Stopped | undefined;
    for (const question of questions)
      for (const faults of freedoms) {
        if (stopped) break;
        const product = searchProduct(new PairWorld(question, faults), watch);
        tested[id]! += product.tested;
        pairs += product.pairs;
        unresolved += product.unresolved;
        ({ stopped } = product);
        if (product.apart) found.push({ question, moves: product.apart });
      }
    relations.push({
      invariant: id,
      observers: observersIn(questions),
      exhaustive: true,
      pairs,
      unresolved,
      stopped,
    });
    const [shortest] = found.toSorted((left, right) => left.moves.length - right.moves.length);
    if (shortest)
      counterexamples.push(brokenBy(shortest, stopped ? "not known" : "of all", shortest.moves, 0));
  }
  return { relations, tested, counterexamples };
};

/** What was found of single runs, with what was found of pairs of them. */
export const withRelated = (
  outcome: SearchOutcome,
  { relations, tested, counterexamples }: Related,
): SearchOutcome => ({
  ...outcome,
  partial: outcome.partial || relations.some(({ stopped }) => stopped),
  tested: { ...outcome.tested, ...tested },
  counterexamples: [...outcome.counterexamples, ...counterexamples],
  relations,
});

/** Where there was no time left to compare any runs. */
export const relatedToNothing = (task: Task): Related => ({
  relations: [],
  tested: untested(task),
  counterexamples: [],
});

/** Moves by which an observer tells two runs apart. */
interface Found {
  readonly question: Question;
  readonly moves: readonly string[];
}

/** Every invariant about two runs was put to no test yet. */
export const untested = ({ promises }: Task): Record<string, number> =>
  Object.fromEntries(relationsOf(promises).map(({ id }) => [id, 0]));

export const observersIn = (questions: readonly Question[]): string[] =>
  questions.map(({ observer }) => observer);

/** What random runs found, made minimal and confirmed. */
export const brokenByChance = (found: Found, run: number): Counterexample => {
  const pair = new PairWorld(found.question, found.question.task.scenario.faults);
  const moves = minimisePair(pair, found.moves) ?? found.moves;
  return brokenBy({ ...found, moves }, "not known", found.moves, run);
};

const brokenBy = (
  { question, moves }: Found,
  shortest: Counterexample["shortest"],
  foundWith: readonly string[],
  foundInRun: number,
): Counterexample => {
  const { task, invariant, observer } = question;
  const { scenarioName: scenario, protocol } = task;
  const names = { scenario, protocol: protocol.name, invariant: invariant.id };
  const told = {
    ...names,
    binding: { observer },
    ...confirmPair(question, moves),
    brokenAt: moves.length,
    fact: undefined,
    mattered: undefined,
    prevented: undefined,
  };
  return {
    ...told,
    cause: causeOfPair(question, told),
    setUp: task.scenario.setUp,
    repeatsFrom: undefined,
    foundWith: foundWith.length,
    foundInRun,
    shortest,
    derivation: undefined,
    token: encodeToken({ ...names, moves }),
  };
};
