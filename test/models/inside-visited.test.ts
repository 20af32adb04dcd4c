import { expect, test } from "vitest";
import { changingSlots } from "../../src/search/exhaustive/changing-slots.ts";
import { Explorer } from "../../src/search/exhaustive/explorer.ts";
import { liveWorldOf, worldOf, type Task } from "../../src/search/index.ts";
import { Random } from "../../src/search/random.ts";
import { takeByName } from "../../src/search/take-by-name.ts";
import { taskOf } from "./project.ts";

const stepsMost = 40;

/** All states of a task, as an exhaustive search visits them. */
const visited = (task: Task): Explorer => {
  const world = worldOf(task);
  const slots = changingSlots(world, new Random(1), task.scenario.bound.moves);
  const explorer = new Explorer(world, slots);
  while (!explorer.advance(10_000));
  return explorer;
};

/** Walks on live actors, which choose; answers how many steps were made, each of them to a state that was visited. */
const walkLive = (
  task: Task,
  { world, places, visited: states }: Explorer,
  random: Random,
): number => {
  const live = liveWorldOf(task);
  places.put(states.load(0));
  for (let step = 0; step < stepsMost; step++) {
    const moves = live.moves();
    const name = moves[random.below(moves.length)]?.name;
    // Live actors do not ask whether there is room in a channel.
    if (name === undefined || !takeByName(world, name)) return step;
    live.take(name);
    const state = states.find(places.changes());
    expect(state, `${task.scenarioName} after ${step} steps: ${name}`).toBeGreaterThanOrEqual(0);
    world.goBack();
    places.put(states.load(state));
  }
  return stepsMost;
};

test.each([
  ["flip-in-flight", "announced-2021"],
  ["forward-to-business", "before-update"],
  ["silent-sync", "strict"],
  ["postponed-terms", "announced-2021"],
  ["restored-hosting", "strict"],
  ["report", "strict"],
])("live actors come to no state of %s under %s that was not visited", (scenario, protocol) => {
  const task = taskOf(scenario, protocol);
  const explorer = visited(task);
  const random = new Random(7);
  let steps = 0;
  for (let walk = 0; walk < 30; walk++) steps += walkLive(task, explorer, random);
  expect(steps).toBeGreaterThan(200);
});
