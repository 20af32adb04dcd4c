import { describe, expect, test } from "vitest";
import type { PrivacyPromise } from "../../src/promise/index.ts";
import { exhaust, type Task } from "../../src/search/index.ts";
import type { Protocol, Scenario } from "../../src/world/index.ts";
import { noticeTask } from "../../bench/notice/notice.ts";
import { competing, peterson, selfish } from "../protocols/peterson/peterson.ts";
import { exclusion } from "../protocols/peterson/words.ts";
import {
  blind,
  deciding,
  transactionCommit,
} from "../protocols/transaction-commit/transaction-commit.ts";
import {
  hasty,
  transaction,
  twoPhaseCommit,
} from "../protocols/two-phase-commit/two-phase-commit.ts";
import { consistent } from "../protocols/two-phase-commit/words.ts";
import { exploreLive } from "./naive-exhaustive.ts";
import { exploreTables } from "./plain-exhaustive.ts";

const task = (
  scenario: Scenario<object>,
  protocol: Protocol<object>,
  promise: PrivacyPromise,
): Task => ({
  scenario: scenario as Scenario,
  scenarioName: "published",
  protocol: protocol as Protocol,
  promises: [promise],
});

const search = (searched: Task) => exhaust(searched, { together: true, watch: () => undefined });

/** Each right and with a seeded bug, whose shortest trace one can count on one's fingers. */
const protocols = {
  "transaction commit": {
    right: task(deciding, transactionCommit, consistent),
    bug: task(deciding, blind, consistent),
    published: { states: 34, transitions: 93, depth: 6 },
    broken: { C: 5 },
  },
  "two-phase commit": {
    right: task(transaction, twoPhaseCommit, consistent),
    bug: task(transaction, hasty, consistent),
    published: { states: 288, transitions: 1145, depth: 10 },
    broken: { C: 5 },
  },
  "Peterson's algorithm": {
    right: task(competing, peterson, exclusion),
    bug: task(competing, selfish, exclusion),
    published: { states: 42, transitions: 76, depth: 10 },
    broken: { X: 8 },
  },
  "the notice protocol": {
    right: noticeTask("S", "right"),
    bug: noticeTask("S", "bug"),
    published: { states: 10_908, transitions: 37_982, depth: 31 },
    broken: { I1: 7 },
  },
};

describe.for(Object.entries(protocols))("%s", ([, { right, bug, published, broken }]) => {
  test("has the published number of states and moves, and keeps its promise", () => {
    const { exhaustion, tested, counterexamples } = search(right);
    expect(exhaustion!.passes).toMatchObject([{ ...published, complete: true }]);
    expect(counterexamples).toEqual([]);
    for (const [invariant, often] of Object.entries(tested))
      expect(often, invariant).toBeGreaterThan(5);
  });

  test("with a bug breaks it, in as few moves as can be", () => {
    const { counterexamples } = search(bug);
    const lengths = counterexamples.map(({ invariant, steps }) => [invariant, steps.length]);
    expect(Object.fromEntries(lengths)).toEqual(broken);
  });
});

test.for(["transaction commit", "Peterson's algorithm"] as const)(
  "%s is the same on live actors, searched naively",
  (name) => {
    const { right, published } = protocols[name];
    const { states, transitions } = published;
    const { cameUp } = exploreTables(right)!;
    expect(exploreLive(right)).toEqual({ states, transitions, breaks: {}, cameUp });
  },
);
