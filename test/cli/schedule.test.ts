import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceSoFar } from "../../src/cli/evidence-so-far.ts";
import { Schedule } from "../../src/cli/schedule.ts";
import { chunkRuns } from "../../src/search/effort.ts";
import { unguided, type Guidance } from "../../src/search/guided/guidance.ts";
import type { ChunkResult, Task } from "../../src/search/index.ts";

type Taken = NonNullable<ReturnType<Schedule<string>["take"]>>;

/** Every chunk counts one walk, to a sign of its own; and all of a round come to one that nobody came to before. */
const taughtBy = (index: number, { kept }: Guidance): Guidance => {
  const off = new Uint8Array();
  const trace = { sign: kept.length, moves: [`by ${index}`], intentsOff: off, kindsOff: off };
  return { walks: Uint32Array.of(index, 1), kept: [trace] };
};

/** Workers that take turns as the numbers say, until there is nothing left. */
const atWork = (
  schedule: Schedule<string>,
  workers: number,
  turns: readonly number[],
): { done: Taken[]; finished: string[] } => {
  const holding = new Map<number, Taken>();
  const last = new Map<number, Taken["progress"]>();
  const done: Taken[] = [];
  const finished: string[] = [];
  const turn = (worker: number): boolean => {
    const held = holding.get(worker);
    if (held) {
      done.push(held);
      const { index, guidance } = held.chunk;
      const learned = guidance && taughtBy(index, guidance);
      const result = { index, learned } as unknown as ChunkResult;
      if (schedule.put(held.progress, result)) finished.push(held.progress.task);
    }
    const taken = schedule.take(last.get(worker));
    if (taken) {
      holding.set(worker, taken);
      last.set(worker, taken.progress);
    } else holding.delete(worker);
    return taken !== undefined;
  };
  for (const each of turns) turn(each % workers);
  // Whoever gets nothing may only have to wait for others.
  for (let idle = 0; idle < workers || holding.size > 0;)
    for (let worker = 0; worker < workers; worker++) idle = turn(worker) ? 0 : idle + 1;
  return { done, finished };
};

const searches = fc.record({
  tasks: fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 }),
  runs: fc.integer({ min: 1, max: 4 * chunkRuns }),
  workers: fc.integer({ min: 1, max: 4 }),
  turns: fc.array(fc.nat(11), { maxLength: 40 }),
});

describe("the schedule", () => {
  test("gives out every run of every task once, whoever is faster", () => {
    fc.assert(
      fc.property(searches, ({ tasks, runs, workers, turns }) => {
        const { done, finished } = atWork(new Schedule(tasks, { seed: 3, runs }), workers, turns);
        const names = done.map(({ progress, chunk }) => `${progress.task} ${chunk.index}`);
        expect(new Set(names).size).toBe(names.length);
        for (const task of tasks) {
          const chunks = done
            .filter(({ progress }) => progress.task === task)
            .map(({ chunk }) => chunk)
            .toSorted((left, right) => left.firstRun - right.firstRun);
          expect(
            chunks.reduce((next, each) => (each.firstRun === next ? next + each.runs : -1), 1),
          ).toBe(runs + 1);
        }
        expect(finished.toSorted()).toEqual(tasks.toSorted());
      }),
    );
  });

  test("makes the same chunks for any number of workers", () => {
    fc.assert(
      fc.property(searches, ({ tasks, runs, workers, turns }) => {
        const chunks = (count: number): string[] =>
          atWork(new Schedule(tasks, { seed: 3, runs }), count, turns)
            .done.map(({ progress, chunk }) => JSON.stringify([progress.task, chunk]))
            .toSorted();
        expect(chunks(workers)).toEqual(chunks(1));
      }),
    );
  });

  test("teaches each guided chunk what the rounds before it came to, whoever was faster", () => {
    let taught = 0;
    fc.assert(
      fc.property(searches, fc.integer({ min: 5, max: 20 }), ({ tasks, turns }, chunks) => {
        const lessons = (workers: number, its: readonly number[]): string[] => {
          const schedule = new Schedule(tasks, {
            seed: 3,
            runs: chunks * chunkRuns,
            guided: () => true,
          });
          return atWork(schedule, workers, its)
            .done.map(({ progress, chunk }) => {
              const { walks, kept } = chunk.guidance!;
              taught += walks.length;
              const first = kept.flatMap(({ moves }) => moves);
              return JSON.stringify([progress.task, chunk.index, [...walks], first]);
            })
            .toSorted();
        };
        const one = lessons(1, []);
        expect(one).toHaveLength(tasks.length * chunks);
        expect(lessons(3, turns)).toEqual(one);
      }),
      { numRuns: 100 },
    );
    expect(taught).toBeGreaterThan(0);
  });

  test("lets a worker wait for a round to end, and wakes it then", () => {
    const schedule = new Schedule(["a"], { seed: 1, runs: 3 * chunkRuns, guided: () => true });
    const first = schedule.take(undefined)!;
    let woken = 0;
    expect(schedule.take(undefined)).toBeUndefined();
    expect(schedule.holds).toBe(true);
    schedule.later(() => woken++);
    schedule.put(first.progress, { index: 0, learned: unguided } as ChunkResult);
    expect(woken).toBe(1);
    expect(schedule.take(first.progress)?.chunk.index).toBe(1);
    schedule.later(() => woken++);
    schedule.stop();
    expect([woken, schedule.holds]).toEqual([2, false]);
  });

  test("gives each worker a task of its own while there are enough", () => {
    const schedule = new Schedule(["a", "b"], { seed: 1, runs: 3 * chunkRuns });
    const [first, second] = [schedule.take(undefined)!, schedule.take(undefined)!];
    expect([first.progress.task, second.progress.task]).toEqual(["a", "b"]);
    schedule.put(second.progress, { index: 0 } as ChunkResult);
    expect(schedule.take(second.progress)?.progress.task).toBe("b");
  });

  test("gives out nothing more once it is stopped, and takes back what is under way", () => {
    const schedule = new Schedule(["a"], { seed: 1, runs: 9 * chunkRuns });
    const taken = schedule.take(undefined)!;
    schedule.stop();
    expect(schedule.take(taken.progress)).toBeUndefined();
    expect(schedule.put(taken.progress, { index: 0 } as ChunkResult)).toBe(false);
    expect(schedule.done).toEqual([1, 9]);
  });
});

describe("where time is short", () => {
  const results = (tested: Readonly<Record<string, number>>): ChunkResult =>
    ({ tested }) as unknown as ChunkResult;

  test("every task gets a chunk, then the one of which least is known gets more of them than others", () => {
    const perChunk: Readonly<Record<string, number>> = { often: 100, seldom: 10, never: 0 };
    const known = ({
      task,
      results: done,
    }: {
      task: string;
      results: readonly unknown[];
    }): number => (done.length === 0 ? -1 : perChunk[task]! * done.length);
    const runs = 20 * chunkRuns;
    const schedule = new Schedule(Object.keys(perChunk), { seed: 1, runs, weakest: known });
    const order: string[] = [];
    let last: Taken["progress"] | undefined;
    for (let chunk = 0; chunk < 40; chunk++) {
      const taken = schedule.take(last)!;
      last = taken.progress;
      order.push(last.task);
      schedule.put(last, results({}));
    }
    expect(order.slice(0, 3).toSorted()).toEqual(["never", "often", "seldom"]);
    const times = (task: string): number => order.filter((each) => each === task).length;
    expect(times("never")).toBe(20);
    expect(times("seldom")).toBeGreaterThan(times("often"));
  });

  test("what counts is what the scenario is about and can come up, and of that the weakest", () => {
    const task = (about: readonly string[]) =>
      ({
        scenario: { about, expects: { p: { "B.c": { expects: "notApplicable" } } } },
        protocol: { name: "p", notApplicable: { "B.b": "never" } },
        promises: [
          { id: "A", invariants: [{ id: "A.a" }, { id: "A.b" }] },
          { id: "B", invariants: [{ id: "B.a" }, { id: "B.b" }, { id: "B.c" }] },
        ],
      }) as unknown as Task;
    const tested = { "A.a": 5, "A.b": 3, "B.a": 7 };
    const known = (about: readonly string[], next = 1, done = [results(tested)]): number =>
      evidenceSoFar({ task: task(about), results: done, next, busy: 0, rounds: undefined });
    expect(known(["A.a"])).toBe(5);
    expect(known(["A"])).toBe(3);
    expect(known(["B"])).toBe(7);
    expect(known([])).toBe(3);
    expect(known(["A.a"], 2)).toBe(10);
    expect([known(["A.a"], 0, []), known(["A.a"], 1, [])]).toEqual([-1, 0]);
  });
});
