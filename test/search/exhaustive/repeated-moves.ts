import { expect } from "vitest";
import { changingSlots } from "../../../src/search/exhaustive/changing-slots.ts";
import { rowsOf } from "../../../src/search/exhaustive/columns.ts";
import { exploring, usualCaching, type Explorer } from "../../../src/search/exhaustive/explorer.ts";
import { unknown } from "../../../src/search/exhaustive/decisions.ts";
import { timesIn } from "../../../src/search/covered.ts";
import { exercisedIn } from "../../../src/search/exercise/exercise.ts";
import { worldOf, type Task } from "../../../src/search/index.ts";
import { Random } from "../../../src/search/random.ts";
import { ignoredIn, MoveList, type Scratch, type World } from "../../../src/world/index.ts";

/** Explores a task up to so many states, with room for so many integers that tell outcomes. */
const explored = <T>(
  task: Task,
  most: number,
  caching: number,
  then: (explorer: Explorer) => T,
): T => {
  const world = worldOf(task);
  const slots = changingSlots(world, new Random(1), task.scenario.bound.moves);
  const run = (explorer: Explorer): T => {
    while (!explorer.advance(500) && explorer.states.size < most);
    return then(explorer);
  };
  return exploring(world, slots, run, { caching });
};

/** All that an explorer comes to, state by state. */
const findingsOf = (explorer: Explorer) => {
  const { world, places, visited, breaks, witnesses, progress } = explorer;
  explorer.tally();
  return {
    progress,
    breaks,
    witnesses,
    states: rowsOf(places.plan, visited.contents),
    blocked: world.blocked,
    tested: world.evidence.tested,
    ignored: ignoredIn(world),
    covered: timesIn(world),
    exercised: exercisedIn(world),
  };
};

/** A search that repeats outcomes comes to what one does that makes every move. */
export const mustComeToTheSame = (task: Task, most: number, cachings: readonly number[]): void => {
  const plain = explored(task, most, 0, findingsOf);
  for (const caching of cachings)
    expect(explored(task, most, caching, findingsOf), task.scenarioName).toEqual(plain);
};

const listed = ({ values, count }: Scratch): number[] => [...values.subarray(0, count)];

/** How often entries and intents were used. Facts and states of monitors are only marked, the first time. */
const usedIn = ({ plan, coverage }: World): number[][] => [
  ...plan.parts.map(({ index }) => [...coverage.timesOf(index)]),
  [...coverage.intents],
];

/** What a world counts while something is done, and what it tells of it. */
const told = ({ world, cache }: Explorer, act: () => boolean) => {
  const { evidence, coverage, violations } = world;
  cache!.tally();
  evidence.tested.fill(0);
  coverage.clear();
  world.blocked = 0;
  const done = act();
  cache!.tally();
  const counts = { tested: [...evidence.tested], used: usedIn(world), blocked: world.blocked };
  return { done, violations: [...violations], ...counts };
};

/** Whatever outcome is known in a state is what comes of making the move; answers how many there were. */
const mustRepeatIn = (explorer: Explorer, state: number, moves: MoveList): number => {
  const { world, places, states, cache } = explorer;
  let known = 0;
  places.put(states.load(state));
  world.offers.list(moves);
  for (let at = 0; at < moves.count; at++) {
    const outcome = cache!.find(moves, at, states.values);
    if (outcome === unknown) continue;
    known++;
    const made = told(explorer, () =>
      world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!),
    );
    const changes = made.done && listed(states.gather(places.changes()));
    if (made.done) world.goBack();
    expect(told(explorer, () => cache!.repeat(outcome))).toEqual(made);
    expect(made.done && listed(cache!.changesOf(outcome))).toEqual(changes);
  }
  return known;
};

/** The same in so many states of a task, once it was explored; drawn at random. */
export const mustRepeat = (task: Task, most: number, sample: number): number =>
  explored(task, most, usualCaching, (explorer) => {
    const random = new Random(1);
    const moves = new MoveList();
    let known = 0;
    for (let drawn = 0; drawn < sample; drawn++)
      known += mustRepeatIn(explorer, random.below(explorer.states.size), moves);
    return known;
  });
