import { afterAll, describe, expect, test } from "vitest";
import { noticeTask } from "../../../bench/notice/notice.ts";
import { exhaust } from "../../../src/search/index.ts";
import { lettersTask } from "../faulty-letters.ts";
import { eachTask, seedsFrom } from "../random-protocol.ts";
import { KeeperThread, mustAgree, rings } from "./two-threads.ts";

const thread = new KeeperThread();
afterAll(() => thread[Symbol.dispose]());

describe("two threads find the same as one: states, moves, depth, breaks and their shortest traces", () => {
  test("in the notice protocol, whatever waits for whatever", () => {
    const keeps = rings.flatMap((ring) => [
      thread.keep("usual", ring),
      thread.keep("fitful", ring),
    ]);
    expect(mustAgree(noticeTask("S"), Number.POSITIVE_INFINITY, keeps)).toBeGreaterThan(5000);
    expect(mustAgree(noticeTask("S", "bug"), Number.POSITIVE_INFINITY, keeps)).toBeGreaterThan(
      5000,
    );
  });

  test("in random protocols, also where the search stops early", () => {
    let states = 0;
    eachTask(seedsFrom(1, 16), (task) => {
      const keeps = rings.map((ring, at) => thread.keep(at === 0 ? "fitful" : "usual", ring));
      states += mustAgree(task, 3000, keeps);
    });
    expect(states).toBeGreaterThan(10_000);
  });

  test("with every fault, pass after pass, and what is owed for ever", () => {
    const once = { moves: 12, letters: 1, copies: 1, shows: 1, discards: 1 };
    const task = lettersTask({ bound: once, faults: { crash: 1, skew: 1, drop: 1 } });
    const how = { together: false, watch: () => undefined };
    const outcome = exhaust(task, { ...how, keep: thread.asks("usual") });
    expect(outcome).toEqual(exhaust(task, how));
    expect(outcome.exhaustion!.passes.length).toBe(3);
    expect(outcome.counterexamples.length).toBeGreaterThan(2);
  });
});

test("a thread that fails is not waited for", () => {
  for (const ring of rings)
    expect(() => mustAgree(noticeTask("S"), 6000, [thread.keep("failing", ring)])).toThrow(
      "the thread that keeps the states has failed",
    );
});
