import { bisimilar } from "../search/difference/bisimilar.ts";
import type { Task } from "../search/task.ts";
import { faultKinds, type FaultKind } from "../world/index.ts";
import { behaviourOf, type Behaviour } from "./behaviour.ts";
import { mutated, type Mutant } from "./mutant.ts";
import { touchedIn, type Survey } from "./survey.ts";

/** States of one honest behaviour at most; the mutant may have some more, e.g. while a message is under way twice. */
const statesMost = 10_000;
const moreOf = 4;

/** States of honest behaviours that one mutant is compared with, all together. */
const effortMost = 20_000;

/** A scenario, as it is or with every limit at one, all of whose states can be visited. */
interface Whole {
  readonly task: Task;
  readonly slots: readonly number[];
  readonly honest: Behaviour;
}

/** Scenarios as wholes, without faults or with one kind of them, each made when it is first asked for. */
export class Wholes {
  readonly #known = new Map<Survey, Map<FaultKind | "none", Whole | undefined>>();

  of(survey: Survey, fault: FaultKind | "none" = "none"): Whole | undefined {
    const known = this.#known.get(survey) ?? new Map<FaultKind | "none", Whole | undefined>();
    this.#known.set(survey, known);
    if (!known.has(fault)) known.set(fault, wholeOf(survey, fault));
    return known.get(fault);
  }
}

const wholeOf = ({ task, slots }: Survey, fault: FaultKind | "none"): Whole | undefined => {
  const faults = fault === "none" ? {} : { [fault]: task.scenario.faults[fault]! };
  const failing = { ...task, scenario: { ...task.scenario, faults } };
  for (const one of [failing, leastOf(failing)].map(roomy)) {
    const honest = behaviourOf(one, slots, statesMost);
    if (honest) return { task: one, slots, honest };
  }
  return undefined;
};

/** The same with everything that is limited done once at most. */
const leastOf = (task: Task): Task => {
  const { moves, ...limits } = task.scenario.bound;
  const least = Object.fromEntries(Object.keys(limits).map((name) => [name, 1]));
  return { ...task, scenario: { ...task.scenario, bound: { moves, ...least } } };
};

/** The same with channels that are never full, so that what is said twice keeps nobody from saying something else. */
const roomy = (task: Task): Task => ({
  ...task,
  protocol: {
    ...task.protocol,
    compose: (cast) => {
      const composition = task.protocol.compose(cast);
      const channels = composition.channels.map((channel) => ({ ...channel, capacity: room }));
      return { ...composition, channels };
    },
  },
});

const room = 24;

/**
 * How far a mutant is alike, in words; undefined where it is not. It is alike if it cannot be told from the honest
 * version, without faults, in any scenario near it of which all states can be visited, smallest first, and if what was
 * changed was in use in one of them at least. Where it is in use only when something fails, one kind of fault at a time
 * is let in as well. To be told apart is not to be branching bisimilar on facts, on what promises read in them, on what
 * people do, on what kind of fault strikes and on time that passes. Promises speak of nothing else, so versions that are
 * alike keep and break the same ones, as far as this goes.
 */
export const alikeness = (
  mutant: Mutant,
  near: readonly Survey[],
  wholes: Wholes,
): string | undefined => {
  const calm = usesIn(
    mutant,
    near.flatMap((survey) => wholes.of(survey) ?? []),
  );
  if (calm === undefined) return undefined;
  if (calm > 0)
    return `nobody can tell it from the honest version in ${counted(calm)} of which all states were visited`;
  const failing = usesIn(
    mutant,
    near.flatMap((survey) =>
      faultKinds
        .filter((fault) => survey.task.scenario.faults[fault] !== undefined)
        .flatMap((fault) => wholes.of(survey, fault) ?? []),
    ),
  );
  return failing === undefined || failing === 0
    ? undefined
    : `nobody can tell it from the honest version where something fails, in ${counted(failing)} of which all states were visited`;
};

const counted = (scenarios: number): string =>
  `${scenarios} ${scenarios === 1 ? "scenario" : "scenarios"}`;

/** In how many of these what was changed is in use; undefined if the mutant can be told from the honest version. */
const usesIn = (mutant: Mutant, wholes: readonly Whole[]): number | undefined => {
  let effort = 0;
  let used = 0;
  for (const { task, slots, honest } of wholes.toSorted(
    (left, right) => left.honest.view.states - right.honest.view.states,
  )) {
    const { states } = honest.view;
    effort += states;
    if (effort > effortMost && used > 0) break;
    const changed = { ...task, protocol: mutated(task.protocol, mutant) };
    const other = behaviourOf(changed, slots, Math.max(moreOf * states, statesMost));
    if (!other || !bisimilar(honest.view, other.view)) return undefined;
    const touched = touchedIn(other.world);
    if (mutant.touches.some((touch) => touched.has(touch))) used++;
  }
  return used;
};
