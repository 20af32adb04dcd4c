import { afterAll, describe, expect, test } from "vitest";
import { noticeTask } from "../../../bench/notice/notice.ts";
import {
  exhaust,
  type Exhaustive,
  type SearchOutcome,
  type Snapshot,
  type Standing,
  type Stopped,
  type Task,
} from "../../../src/search/index.ts";
import { lettersTask } from "../faulty-letters.ts";
import { share } from "../../share.ts";
import { eachTask, large, seedsFrom, small } from "../random-protocol.ts";
import { drawing } from "../../machine/draw.ts";
import { biases, twinTask } from "./random-twins.ts";
import { KeeperThread } from "./two-threads.ts";

const thread = new KeeperThread();
afterAll(() => thread[Symbol.dispose]());

/** A snapshot as another process would read it. */
const carried = ({ counts, words, rows }: Snapshot): Snapshot => ({
  counts,
  words: JSON.parse(JSON.stringify(words)) as Snapshot["words"],
  rows: structuredClone(rows),
});

interface Manner extends Pick<Exhaustive, "symmetry" | "sliced"> {
  readonly saved?: Snapshot | undefined;
  readonly threads?: 1 | 2;
  readonly noting?: boolean;
  /** After so many looks, a snapshot is taken and the search is left. */
  readonly looks?: number;
}

const statesMost = 4000;

/** One search, and the snapshot in which it was left, if it was. */
const searched = (
  task: Task,
  { saved, threads = 1, noting = true, looks = Number.POSITIVE_INFINITY, ...how }: Manner = {},
): { readonly outcome: SearchOutcome; readonly left: Snapshot | undefined } => {
  let left: Snapshot | undefined;
  let look = 0;
  const watch = ({ states }: Standing, snapshot: () => Snapshot): Stopped | undefined => {
    if (states >= statesMost) return "states";
    if (++look < looks) return undefined;
    left = carried(snapshot());
    return "interrupted";
  };
  const keep = threads === 2 ? thread.asks("usual") : undefined;
  return { outcome: exhaust(task, { together: false, ...how, watch, noting, saved, keep }), left };
};

/** A search that is left again and again; answers how often it went on. */
const mustComeToTheSame = (task: Task, looks: number, how: Manner = {}): number => {
  const { outcome } = searched(task, { ...how, noting: false });
  let wentOn = 0;
  let { outcome: piecemeal, left } = searched(task, { ...how, looks });
  while (left) {
    wentOn++;
    const threads = wentOn % 2 === 0 ? 1 : 2;
    ({ outcome: piecemeal, left } = searched(task, { ...how, saved: left, looks, threads }));
  }
  expect(piecemeal).toEqual(outcome);
  return wentOn;
};

describe("a search that is left and goes on, on one thread or two, comes to what it would have come to", () => {
  test("in the notice protocol", () => {
    expect(mustComeToTheSame(noticeTask("S"), 3)).toBeGreaterThan(5);
    expect(mustComeToTheSame(noticeTask("S", "bug"), 1)).toBeGreaterThan(20);
  });

  test("with one fault after the other", () => {
    const once = { moves: 12, letters: 1, copies: 1, shows: 1, discards: 1 };
    const task = lettersTask({ bound: once, faults: { crash: 1, skew: 1, drop: 1 } });
    expect(mustComeToTheSame(task, 1)).toBeGreaterThan(5);
  });

  test("slice after slice", () => {
    expect(mustComeToTheSame(noticeTask("M"), 5, { sliced: true })).toBeGreaterThan(5);
  });

  test.each(biases)("where one state stands for several, %s", (bias) => {
    let wentOn = 0;
    for (const seed of seedsFrom(1, share(27))) {
      const task = twinTask(drawing(seed), `${bias.replace(" ", "-")}-${seed}`, bias, 2);
      wentOn += mustComeToTheSame(task, 7, { symmetry: true });
    }
    expect(wentOn).toBeGreaterThan(0);
  });

  test.each([
    ["few", small, share(72)],
    ["many", large, share(24)],
  ])("in random protocols with %s parts", (_, size, count) => {
    let wentOn = 0;
    eachTask(seedsFrom(1, count), (task) => (wentOn += mustComeToTheSame(task, 10)), size);
    expect(wentOn).toBeGreaterThan(share(6));
  });
});
