import { Worker } from "node:worker_threads";
import { expect } from "vitest";
import { changingSlots } from "../../../src/search/exhaustive/changing-slots.ts";
import { exploring, type Explorer, type Keep } from "../../../src/search/exhaustive/explorer.ts";
import { wayTo } from "../../../src/search/exhaustive/way.ts";
import type { Keeping } from "../../../src/search/exhaustive/keeper.ts";
import { KeptStates, type RingSize } from "../../../src/search/exhaustive/kept-states.ts";
import { exercisedIn } from "../../../src/search/exercise/exercise.ts";
import { worldOf, type Task } from "../../../src/search/index.ts";
import { Random } from "../../../src/search/random.ts";
import type { Manner } from "./keeper-thread.ts";

/** A thread that keeps the states of one search after the other. */
export class KeeperThread implements Disposable {
  readonly #worker = new Worker(new URL("./keeper-thread.ts", import.meta.url));

  /** Lets the thread keep the states of a search. */
  asks(manner: Manner): (keeping: Keeping) => void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    return (keeping) => this.#worker.postMessage({ manner, keeping });
  }

  keep(manner: Manner, ring?: RingSize): Keep {
    return (plan, saved) => new KeptStates(plan, this.asks(manner), ring, saved);
  }

  [Symbol.dispose](): void {
    void this.#worker.terminate();
  }
}

/** Rings that are full all the time, and one that hardly ever is. */
export const rings: readonly RingSize[] = [
  { words: 512, batch: 1 },
  { words: 512, batch: 300 },
  { words: 2 ** 18, batch: 2 ** 11 },
];

/** All that an explorer comes to, up to so many states. */
const findings = (task: Task, most: number, keep?: Keep) => {
  const world = worldOf(task);
  const slots = changingSlots(world, new Random(1), task.scenario.bound.moves);
  return exploring(world, slots, (explorer) => findingsOf(explorer, most), { keep });
};

const findingsOf = (explorer: Explorer, most: number) => {
  const standings: unknown[] = [];
  while (!explorer.advance(100 + explorer.expanded / 8) && explorer.states.size < most)
    standings.push([explorer.states.size, explorer.depth, explorer.predicted]);
  const { world, expanded, transitions, depth, resting, jammed, breaks, witnesses } = explorer;
  const counts = { states: explorer.states.size, expanded, transitions, depth, resting, jammed };
  const { blocked } = world;
  explorer.tally();
  const exercised = exercisedIn(world);
  const tested = [...world.evidence.tested];
  const { extent } = explorer.visited;
  const stories = [...breaks, ...witnesses].map((found) => ({
    ...found,
    path: wayTo(explorer, found.state, found.move).moves,
  }));
  return { standings, counts, blocked, tested, exercised, extent, stories };
};

/** Two threads come to what one does; answers how many states that were. */
export const mustAgree = (task: Task, most: number, keeps: readonly Keep[]): number => {
  const alone = findings(task, most);
  for (const keep of keeps) expect(findings(task, most, keep)).toEqual(alone);
  return alone.counts.states;
};
