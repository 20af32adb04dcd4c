import type { Fact } from "../promise/index.ts";
import { explain, nothing, type Derivation, type Literal, type Term } from "../term/index.ts";
import { NotPossible, type LiveWorld } from "../world/index.ts";
import type { BrokenAt, ToldDerivation, ToldStep } from "./result.ts";
import { liveWorldOf, type Task } from "./task.ts";

/** Tables and live actors disagree: a fault of ours, never a verdict. Carries both accounts. */
export class Disagreement extends Error {
  override readonly name = "Disagreement";
  readonly proposed: readonly string[];
  readonly replayed: readonly string[];

  constructor(what: string, proposed: readonly string[], replayed: readonly string[]) {
    super(
      [
        `internal error: ${what}`,
        "search proposed:",
        ...proposed.map((line) => `  ${line}`),
        "live replay saw:",
        ...replayed.map((line) => `  ${line}`),
      ].join("\n"),
    );
    this.proposed = proposed;
    this.replayed = replayed;
  }
}

/** A trace as it went on live actors. */
export interface Replayed {
  readonly world: LiveWorld;
  readonly steps: readonly ToldStep[];
}

/** Makes the moves of a trace on live actors, naively. Throws a Mistake at a move that is not possible. */
export const replayLive = (task: Task, moves: readonly string[]): Replayed => {
  const world = liveWorldOf(task);
  const steps = moves.map((name) => {
    const { move, facts, made } = world.take(name);
    const derivation = made && explained(world, made.by, made.term);
    return { move, facts, ...(derivation ? { made: derivation } : {}) };
  });
  return { world, steps };
};

/** The same for moves that search proposed: that one of them is not possible is no mistake of a user's. */
const replayProposed = (task: Task, moves: readonly string[]): Replayed => {
  try {
    return replayLive(task, moves);
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    throw new Disagreement("tables offer a move that live actors do not", moves, [error.text.what]);
  }
};

/** A break as the naive evaluator sees it, in the words of a report. */
export interface Confirmed {
  readonly steps: readonly ToldStep[];
  readonly binding: Readonly<Record<string, Literal>>;
  readonly brokenAt: BrokenAt;
  readonly fact: Fact | undefined;
  readonly derivation: ToldDerivation | undefined;
}

/**
 * Asks the live world whether a trace breaks an invariant for the same binding. Undefined when it does not.
 * `end` says that nothing more can happen after the trace, so that open obligations count.
 */
export const confirm = (
  task: Task,
  moves: readonly string[],
  invariant: string,
  binding: readonly Literal[] | undefined,
  end: boolean,
): Confirmed | undefined => {
  const { world, steps } = replayProposed(task, moves);
  const { params, violations } = world.judgements(end ? "quiescent" : "cut").get(invariant)!;
  const violation = violations.find(
    (one) =>
      !world.wasSetUp(one.at) &&
      (binding === undefined || JSON.stringify(one.binding) === JSON.stringify(binding)),
  );
  if (!violation) return undefined;
  const at = violation.at === "end" ? undefined : world.trace[violation.at]!;
  const fact = at && "fact" in at ? at.fact : undefined;
  return {
    steps,
    binding: Object.fromEntries(params.map((name, index) => [name, violation.binding[index]!])),
    brokenAt: violation.at === "end" ? "end" : world.stepOf(violation.at),
    fact,
    derivation: fact?.type === "learned" ? derivationOf(world, fact) : undefined,
  };
};

/** Whether the live world, too, sees what a `possible` invariant asks for. */
export const confirmWitness = (task: Task, moves: readonly string[], invariant: string): boolean =>
  replayProposed(task, moves).world.judgements("cut").get(invariant)!.witnessed;

const derivationOf = (world: LiveWorld, { by, message }: Fact): ToldDerivation | undefined => {
  const goal = world.knowledge
    .get(String(by))!
    .bodies()
    .find(({ label }) => label === message);
  return goal && explained(world, String(by), goal);
};

const explained = (world: LiveWorld, by: string, goal: Term): ToldDerivation | undefined => {
  const tree = explain(world.observed.get(by)!, goal);
  return tree && told(tree);
};

const told = ({ term, how, at, from }: Derivation): ToldDerivation => ({
  term: term.label,
  how,
  ...(at === undefined ? {} : { at }),
  // Encryptions without randomness are composed of nothing, too.
  from: from.filter((each) => each.term !== nothing).map(told),
});
