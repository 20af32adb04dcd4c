import { describe, expect, test } from "vitest";
import { noticeTask } from "../../bench/notice/notice.ts";
import type { SizeName } from "../../bench/notice/sizes.ts";
import { exhaust } from "../../src/search/index.ts";

/**
 * The notice protocol at the sizes that take long; size S is in test/search. Five independent checkers have counted
 * its states and moves. One search at a time: the largest keeps sixteen million states and how to come to each.
 */
const published: Readonly<Partial<Record<SizeName, readonly [states: number, moves: number]>>> = {
  M: [1_995_840, 11_002_080],
  L: [16_564_208, 102_341_176],
};

describe.each(Object.entries(published))("the notice protocol at size %s", (name, figures) => {
  const size = name as SizeName;

  test("has the published number of states and moves, and keeps its promise", () => {
    const searched = exhaust(noticeTask(size), { together: true, watch: () => undefined });
    const { exhaustion, tested, counterexamples } = searched;
    const [pass, ...others] = exhaustion!.passes;
    expect(others).toEqual([]);
    expect(pass!.complete).toBe(true);
    expect([pass!.states, pass!.transitions]).toEqual(figures);
    expect(counterexamples).toEqual([]);
    for (const [invariant, often] of Object.entries(tested))
      expect(often, invariant).toBeGreaterThan(1000);
  });

  test("with the bug breaks it, in seven moves and no fewer", () => {
    const { counterexamples } = exhaust(noticeTask(size, "bug"), {
      together: true,
      watch: ({ breaks }) => (breaks > 0 ? "interrupted" : undefined),
    });
    const told = counterexamples.map(({ invariant, steps, shortest }) => [
      invariant,
      steps.length,
      shortest,
    ]);
    expect(told).toEqual([["I1", 7, "of all"]]);
  });
});

test("the states of two businesses add up to as many as there are without symmetry", () => {
  const { exhaustion } = exhaust(noticeTask("M"), {
    together: true,
    symmetry: true,
    watch: () => undefined,
  });
  const { states, transitions, symmetry } = exhaustion!.passes[0]!;
  expect({ states, transitions }).toEqual({ states: 1_995_840, transitions: 11_002_080 });
  expect(symmetry).toEqual({
    interchangeable: [["b0", "b1"]],
    permutations: 2,
    // States in which both businesses are as the other stand for themselves alone.
    visited: 998_228,
    different: [],
  });
});
