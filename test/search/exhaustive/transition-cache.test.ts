import { describe, expect, test } from "vitest";
import { noticeTask } from "../../../bench/notice/notice.ts";
import type { Task } from "../../../src/search/index.ts";
import { everyFault } from "../../world/letters.ts";
import { lettersTask } from "../faulty-letters.ts";
import { share } from "../../share.ts";
import { eachTask, seedsFrom } from "../random-protocol.ts";
import { mustComeToTheSame, mustRepeat } from "./repeated-moves.ts";

/** Room for everything, for little, and for next to nothing. */
const cachings = [2 ** 22, 2000, 100];

const bound = { moves: 12, letters: 2, copies: 1, shows: 1, discards: 1 };
const letters: Task = lettersTask({ bound, faults: everyFault });

describe("a search that repeats what moves came to", () => {
  test("finds the same as one that makes every move: in the notice protocol", () => {
    mustComeToTheSame(noticeTask("S"), Number.POSITIVE_INFINITY, cachings);
    mustComeToTheSame(noticeTask("S", "bug"), Number.POSITIVE_INFINITY, cachings);
  });

  test("with every fault", () => mustComeToTheSame(letters, share(60_000), cachings));

  test("in random protocols", () => {
    eachTask(seedsFrom(1, share(120)), (task) => mustComeToTheSame(task, 2000, cachings));
  });
});

test("what is repeated is what comes of making a move", () => {
  let known = mustRepeat(letters, share(60_000), share(1000));
  known += mustRepeat(noticeTask("S", "bug"), 10_000, share(1000));
  eachTask(seedsFrom(100, share(120)), (task) => {
    known += mustRepeat(task, 2000, share(200));
  });
  expect(known).toBeGreaterThan(share(5_000));
});
