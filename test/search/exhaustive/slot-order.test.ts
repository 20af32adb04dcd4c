import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Affinity } from "../../../src/search/exhaustive/affinity.ts";
import { balanced } from "../../../src/search/exhaustive/balanced.ts";
import { Scratch } from "../../../src/world/index.ts";

const scratchOf = (slots: readonly number[]): Scratch => {
  const scratch = new Scratch();
  for (const slot of slots) scratch.push(slot);
  return scratch;
};

const up = (left: number, right: number): number => left - right;

const groups = fc.array(fc.array(fc.nat(3), { minLength: 2, maxLength: 6 }), { minLength: 1 });

test("slots that moves look at together stand side by side", () => {
  fc.assert(
    fc.property(groups, (looks) => {
      // Group by group, no move looks at slots of two of them.
      const affinity = new Affinity();
      const apart = looks.map((slots, group) => slots.map((slot) => slot * 100 + group));
      for (const slots of apart) affinity.note(scratchOf(slots));
      const all = [...new Set(apart.flat())].toSorted(up);
      const order = affinity.order(all);
      expect(order.toSorted(up)).toEqual(all);
      const turns = order.filter((slot, at) => slot % 100 !== (order[at - 1] ?? -1) % 100);
      expect(turns.length).toBe(looks.length);
    }),
  );
});

test("what closer groups share decides before what is far", () => {
  const affinity = new Affinity();
  for (const slots of [[1, 5], [1, 5], [2, 4], [2, 4], [1, 2, 4, 5], [3]])
    affinity.note(scratchOf(slots));
  expect(affinity.order([1, 2, 3, 4, 5])).toEqual([1, 5, 2, 4, 3]);
});

test("halves weigh about the same, and what weighs little makes way", () => {
  const weights = [4, 4, 4, 4, 0, 0, 0, 0];
  const slots = weights.map((_, slot) => slot);
  const order = balanced(slots, (slot) => weights[slot]!);
  expect(order.toSorted(up)).toEqual(slots);
  const weightOf = (half: readonly number[]): number =>
    half.reduce((sum, slot) => sum + weights[slot]!, 0);
  expect(weightOf(order.slice(0, 4))).toBe(weightOf(order.slice(4)));
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (drawn) => {
      const those = drawn.map((_, slot) => slot);
      expect(balanced(those, (slot) => drawn[slot]!).toSorted(up)).toEqual(those);
    }),
  );
});
