import { describe, expect, test } from "vitest";
import { curveOfStates } from "../../src/search/exercise/curve.ts";
import { exercisedIn } from "../../src/search/exercise/exercise.ts";
import { fingerprint } from "../../src/search/exercise/fingerprint.ts";
import { RunPrint } from "../../src/search/exercise/run-print.ts";
import { RunWatch } from "../../src/search/exercise/run-watch.ts";
import { StatePrint } from "../../src/search/exercise/state-print.ts";
import { coveredBy, timesIn } from "../../src/search/covered.ts";
import { exhaust } from "../../src/search/exhaustive/exhaust.ts";
import { namesOf } from "../../src/search/follow.ts";
import {
  liveWorldOf,
  mergeChunks,
  searchChunk,
  worldOf,
  type Covered,
  type Task,
} from "../../src/search/index.ts";
import { Random } from "../../src/search/random.ts";
import { Walker } from "../../src/search/walk.ts";
import type { LiveWorld } from "../../src/world/index.ts";
import { share } from "../share.ts";
import { make, offersOf } from "../world/random-walk.ts";
import { lettersTask } from "./faulty-letters.ts";
import { vectorOf } from "./plain-exhaustive.ts";
import { attacked, eachTask, seedsFrom, small } from "./random-protocol.ts";

/** What somebody counts who watches live actors and knows nothing of tables. */
class Tally {
  readonly times = new Map<string, number>();
  readonly pairs = new Map<string, Set<string>>();
  readonly facts = new Set<string>();

  /** Watches the parts of a world from now on. */
  watch({ members }: LiveWorld): void {
    for (const { part, actor } of members.values()) {
      const { kind } = part.kind;
      const send = actor.send.bind(actor);
      const fireTimer = actor.fireTimer.bind(actor);
      const watched = <T>(event: object, act: () => T): T => {
        const before = actor.key();
        actor.states.clear();
        actor.took();
        const done = act();
        for (const state of actor.states) this.#count(kind, "state", state);
        for (const { name } of actor.took()) this.#count(kind, "transition", name);
        const pair = `${before} ${JSON.stringify(Object.entries(event).toSorted())}`;
        this.pairs.set(kind, (this.pairs.get(kind) ?? new Set()).add(pair));
        return done;
      };
      actor.send = (event) => watched(event, () => send(event));
      actor.fireTimer = (id) => watched(actor.timerEvent(id), () => fireTimer(id));
    }
  }

  intent(world: LiveWorld, move: string): void {
    const [, part, type] = /^(\S+) (\S+)/.exec(move.replace(/^crash after \d+ of: /, ""))!;
    const member = world.members.get(part!);
    if (member?.part.kind.intents?.[type!]) this.#count(member.part.kind.kind, "intent", type!);
  }

  #count(kind: string, what: string, name: string): void {
    const key = `${kind}, ${what} ${name}`;
    this.times.set(key, (this.times.get(key) ?? 0) + 1);
  }
}

const textOf = ({ part, what, name }: Covered): string => `${part}, ${what} ${name}`;

/** Walks at random and makes the same moves on live actors; what both count must be equal. Answers how much that was. */
const mustCountAlike = (task: Task, walks: number): number => {
  const world = worldOf(task);
  const tally = new Tally();
  const made: Record<string, number> = {};
  world.coverage.clear();
  const watch = new RunWatch(world);
  const walker = new Walker(world, { watch });
  for (let walk = 0; walk < walks; walk++) {
    walker.walk(new Random(walk), task.scenario.bound.moves);
    const live = liveWorldOf(task);
    tally.watch(live);
    const moves = namesOf(world, walker.moves);
    for (const move of moves) {
      const before = live.trace.length;
      live.take(move);
      tally.intent(live, move);
      for (const entry of live.trace.slice(before))
        for (const type of typesIn(entry)) tally.facts.add(type);
      made[move] = (made[move] ?? 0) + 1;
    }
  }
  const covered = coveredBy(world, [timesIn(world)]);
  expect(
    covered.filter(({ times }) => times > 0).map((one) => `${textOf(one)}: ${one.times}`),
  ).toEqual([...tally.times].map(([key, times]) => `${key}: ${times}`).toSorted(byName));
  const { pairs, facts } = exercisedIn(world);
  expect(
    Object.entries(pairs)
      .filter(([, { length }]) => length > 0)
      .map(([kind, { length }]) => [kind, length]),
  ).toEqual([...tally.pairs].map(([kind, met]) => [kind, met.size]).toSorted(byName as never));
  const stated = Object.keys(facts).filter((type) => facts[type]);
  expect(stated).toEqual([...tally.facts].toSorted());
  const told = Object.values(watch.moves.told).reduce((sum, times) => sum + times, 0);
  expect(told).toBe(Object.values(made).reduce((sum, times) => sum + times, 0));
  return told;
};

const byName = (left: unknown, right: unknown): number =>
  String(left).replace(/: \d+$/, "") < String(right).replace(/: \d+$/, "") ? -1 : 1;

const typesIn = (entry: unknown): string[] =>
  "fact" in (entry as object)
    ? [(entry as { fact: { type: string } }).fact.type]
    : ((entry as { facts?: { type: string }[] }).facts ?? []).map(({ type }) => type);

describe("what is counted on tables, somebody counts who makes the same moves on live actors", () => {
  test("of letters, with every fault", () => {
    expect(mustCountAlike(lettersTask(), share(60))).toBeGreaterThan(share(600));
  });

  test("of random protocols, attacked and not", () => {
    let moves = 0;
    eachTask(seedsFrom(1, share(24)), (task) => (moves += mustCountAlike(task, 4)));
    eachTask(seedsFrom(5001, share(12)), (task) => (moves += mustCountAlike(task, 4)), attacked);
    expect(moves).toBeGreaterThan(share(1_500));
  });
});

test("a search of every state counts each move in each state once, however many it repeats", () => {
  let states = 0;
  eachTask(
    seedsFrom(1, share(45)),
    (task) => {
      const world = worldOf(task);
      world.begin();
      const known = new Map([[vectorOf(world), world.save()]]);
      for (const state of known.values()) {
        world.load(state);
        for (const move of offersOf(world)) {
          world.load(state);
          if (make(world, move) && !known.has(vectorOf(world)))
            known.set(vectorOf(world), world.save());
        }
        if (known.size > 1_500) return;
      }
      states += known.size;
      const { coverage, exercise } = exhaust(task, { together: true, watch: () => undefined });
      const { curve, moves, runs, ...exercised } = exercise;
      expect(coverage).toEqual(coveredBy(world, [timesIn(world)]));
      expect(exercised).toEqual(exercisedIn(world));
      expect(curve.at(-1)).toMatchObject({ looked: known.size, different: known.size });
      expect(Object.values(moves).reduce((sum, times) => sum + times, 0)).toBe(curve.at(-1)!.moves);
      expect(runs).toBeUndefined();
    },
    small,
  );
  expect(states).toBeGreaterThan(share(1_500));
});

describe("fingerprints", () => {
  test("are equal for equal texts alone", () => {
    const texts = Array.from({ length: 20_000 }, (_, at) => `part ${at % 141}\u0000${at}`);
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
    expect(fingerprint("a state")).toBe(fingerprint("a state"));
    expect(texts.map(fingerprint).every(Number.isSafeInteger)).toBe(true);
  });

  test("tell states and runs apart, in a new world as in one that has numbered everything otherwise", () => {
    const task = lettersTask();
    const [world, used] = [worldOf(task), worldOf(task)];
    searchChunk(task, { seed: 77, index: 3, firstRun: 1, runs: 40 }, used);
    const [print, again] = [new StatePrint(world), new StatePrint(used)];
    const [runs, runsAgain] = [new RunPrint(world), new RunPrint(used)];
    const [walker, other] = [new Walker(world), new Walker(used)];
    const met = { states: new Map<number, string>(), runs: new Map<number, string>() };
    for (let seed = 0; seed < share(300); seed++) {
      for (const each of [walker, other]) each.walk(new Random(seed), 1 + (seed % 20));
      expect(print.value).toBe(again.value);
      expect(runs.of(walker.moves)).toBe(runsAgain.of(other.moves));
      const [vector, state] = [vectorOf(world), print.value];
      expect(met.states.get(state) ?? vector).toBe(vector);
      met.states.set(state, vector);
      const run = runs.of(walker.moves);
      const names = namesOf(world, walker.moves).join("; ");
      expect(met.runs.get(run) ?? names).toBe(names);
      met.runs.set(run, names);
    }
    for (const different of [met.states, met.runs])
      expect(new Set(different.values()).size).toBe(different.size);
    expect(met.states.size).toBeGreaterThan(share(100));
  });
});

describe("a search", () => {
  const task = lettersTask();
  const outcomeOf = (...runs: readonly number[]) =>
    mergeChunks(
      task,
      runs.map((count, index) =>
        searchChunk(task, { seed: 1, index, firstRun: 1 + index * 100, runs: count }),
      ),
      false,
    );

  test("tells of its runs how many there were, how long, and how many were alike", () => {
    const { exercise, moves, runs } = outcomeOf(100, 50);
    const { made, different, features } = exercise.runs!;
    expect([made, runs]).toEqual([150, 150]);
    expect(different).toBeGreaterThan(100);
    expect(different).toBeLessThanOrEqual(150);
    expect(Object.keys(features)).toEqual(["moves", "choices", "failures"]);
    for (const { runs: bars } of Object.values(features))
      expect(bars.reduce((sum, count) => sum + count, 0)).toBe(150);
    expect(Object.values(exercise.moves).reduce((sum, times) => sum + times, 0)).toBe(moves);
    const { looked } = exercise.curve.at(-1)!;
    expect(looked).toBeGreaterThan(moves / 256 - 3);
  });

  test("that makes the same run again and again, says so", () => {
    const { exercise } = mergeChunks(
      lettersTask({ mayDo: {}, faults: {}, bound: { moves: 5, letters: 0 } }),
      [
        searchChunk(lettersTask({ mayDo: {}, faults: {}, bound: { moves: 5, letters: 0 } }), {
          seed: 1,
          index: 0,
          firstRun: 1,
          runs: 20,
        }),
      ],
      false,
    );
    expect(exercise.runs).toMatchObject({ made: 20, different: 1 });
  });

  test("that made no run says that nothing was made, and what could have been", () => {
    const { exercise, coverage } = mergeChunks(task, [], true);
    expect(exercise.runs).toEqual({ made: 0, different: 0, features: {} });
    expect(exercise.curve).toEqual([]);
    expect(Object.keys(exercise.moves)).toContain("ana.writer user.write");
    expect(Object.values(exercise.moves).every((times) => times === 0)).toBe(true);
    expect(coverage.filter(({ what, seen }) => what === "transition" && seen)).toEqual([]);
  });

  test("draws a curve on which states that come again do not count", () => {
    const pieces = [
      { moves: 1_000, states: Float64Array.of(1, 2, 1) },
      { moves: 600, states: Float64Array.of(2, 3) },
    ];
    expect(curveOfStates(pieces)).toEqual([
      { moves: 256, looked: 1, different: 1 },
      { moves: 512, looked: 2, different: 2 },
      { moves: 768, looked: 3, different: 2 },
      { moves: 1_256, looked: 4, different: 2 },
      { moves: 1_512, looked: 5, different: 3 },
    ]);
  });
});
