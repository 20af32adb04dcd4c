/**
 * Traces of a scenario for properties of one's own, with fast-check.
 *
 * @module
 */
import type * as fc from "fast-check";
import type { Fact, PrivacyPromise } from "../promise/index.ts";
import { asDeclared, replayLive, TraceArbitrary, worldOf, type Task } from "../search/index.ts";
import type { Protocol, Scenario } from "../world/index.ts";

/** One way in which a scenario can go. */
export interface Trace {
  /** Its moves by name, in order: what people do, what arrives, what fails. */
  readonly moves: readonly string[];
  /** Everything that was so because of them, in order, as live actors bring it about. */
  readonly facts: readonly Fact[];
  /** Whether nothing happens by itself any more. What is still owed then is owed for good. */
  readonly atRest: boolean;
  /** The invariants that it breaks, of those promises that were asked for. */
  readonly broken: readonly string[];
}

/** How far traces go, and what they are judged by. */
export interface TraceOptions {
  /** Promises by which to judge them; none, if left out. */
  readonly promises?: readonly PrivacyPromise[];
  /** The most moves before everything under way may come to its end; those of the scenario's bound, if left out. */
  readonly moves?: number;
}

/**
 * Ways in which a scenario can go under a protocol, as a fast-check arbitrary. Every move is possible where it is made,
 * so that no run is discarded; the same seed draws the same traces; and a trace shrinks by leaving moves out.
 *
 * `fc.assert(fc.property(traces(scenario, protocol), ({ facts }) => …))`
 */
export const traces = <Cast>(
  scenario: Scenario<Cast>,
  protocol: Protocol<Cast>,
  { promises = [], moves = scenario.bound.moves }: TraceOptions = {},
): fc.Arbitrary<Trace> => {
  const task = taskOf(scenario as Scenario, protocol as Protocol, promises);
  // Tables judge nothing here: whoever shrinks a trace would have it end where the first promise breaks.
  const unjudged = worldOf({ ...task, promises: [] });
  return new TraceArbitrary(unjudged, moves).map((drawn) => new LiveTrace(task, drawn.moves));
};

const taskOf = (
  scenario: Scenario,
  protocol: Protocol,
  promises: readonly PrivacyPromise[],
): Task => asDeclared({ scenario, scenarioName: scenario.says, protocol, promises });

/** A trace that is made on live actors as soon as somebody asks what came of it. */
class LiveTrace implements Trace {
  readonly moves: readonly string[];
  readonly #task: Task;
  #lived: Omit<Trace, "moves"> | undefined;

  constructor(task: Task, moves: readonly string[]) {
    this.#task = task;
    this.moves = moves;
  }

  get facts(): readonly Fact[] {
    return this.#live.facts;
  }

  get atRest(): boolean {
    return this.#live.atRest;
  }

  get broken(): readonly string[] {
    return this.#live.broken;
  }

  /** What fast-check prints. */
  toString(): string {
    return this.moves.join(" · ");
  }

  get #live(): Omit<Trace, "moves"> {
    return (this.#lived ??= livedOf(this.#task, this.moves));
  }
}

const livedOf = (task: Task, moves: readonly string[]): Omit<Trace, "moves"> => {
  const { world, steps } = replayLive(task, moves);
  const atRest = world.moves("nobody").length === 0;
  const judged = [...world.judgements(atRest ? "quiescent" : "cut")];
  return {
    facts: steps.flatMap(({ facts }) => facts),
    atRest,
    broken: judged
      .filter(([, { violations }]) => violations.some(({ at }) => !world.wasSetUp(at)))
      .map(([id]) => id),
  };
};
