/**
 * A process of its own, for what has to start cold or to have the memory to itself. Prints one line of JSON.
 *
 * - `bug S|M|L`: searches the notice protocol with the seeded bug and confirms the first counterexample on live actors
 * - `check S|M|L`: the same by visiting every state until it shows
 * - `lowe`: the same for Lowe's attack on the protocol of Needham and Schroeder
 * - `memory S|M|L|town`: walks for a while and tells how much memory that takes
 */
import { exhaust, mergeChunks, searchChunk, worldOf, type Task } from "../src/search/index.ts";
import { Random } from "../src/search/random.ts";
import { Walker } from "../src/search/walk.ts";
import { loweTask } from "./lowe.ts";
import { noticeTask } from "./notice/notice.ts";
import type { SizeName } from "./notice/sizes.ts";

const [job, name] = process.argv.slice(2) as [string, string];

const findBug = (task: Task): object => {
  for (let index = 0; ; index++) {
    const chunk = searchChunk(task, { seed: 1, index, firstRun: index * 100 + 1, runs: 100 });
    if (chunk.suspects.length === 0) continue;
    const { counterexamples } = mergeChunks(task, [chunk], false);
    return {
      steps: counterexamples[0]!.steps.map(({ move }) => move),
      traces: chunk.suspects[0]!.run,
    };
  }
};

const checkBug = (task: Task): object => {
  const { counterexamples } = exhaust(task, {
    together: true,
    // The search would go on for the sake of other promises.
    watch: ({ breaks }) => (breaks > 0 ? "interrupted" : undefined),
  });
  return { steps: counterexamples[0]!.steps.map(({ move }) => move) };
};

const walkFor = (task: Task, steps: number): object => {
  const world = worldOf(task);
  const walker = new Walker(world);
  let made = 0;
  for (let seed = 0; made < steps; seed++) {
    walker.walk(new Random(seed), task.scenario.bound.moves);
    made += walker.moves.count;
  }
  gc!();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  // The world is named once more, so that it is still there when memory is counted.
  return { made, rss, live: heapUsed + arrayBuffers, slots: world.cells.length };
};

const taskOf = async (version: "right" | "bug"): Promise<Task> =>
  name === "town" ? (await import("./town.ts")).townTask() : noticeTask(name as SizeName, version);

const jobs: Readonly<Record<string, () => Promise<object>>> = {
  bug: async () => findBug(await taskOf("bug")),
  check: async () => checkBug(await taskOf("bug")),
  lowe: async () => checkBug(loweTask),
  memory: async () => walkFor(await taskOf("right"), 1_000_000),
};

console.log(JSON.stringify(await jobs[job]!()));
