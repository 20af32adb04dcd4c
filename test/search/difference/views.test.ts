import { expect, test } from "vitest";
import fc from "fast-check";
import { bisimilar } from "../../../src/search/difference/bisimilar.ts";
import { unfollowed } from "../../../src/search/difference/inclusion.ts";
import { showingFreedom, type View } from "../../../src/search/difference/view.ts";
import { share } from "../../share.ts";

type Step = readonly [from: number, label: string, to: number];

/** A view in which people can do what stands for each state. */
const view = (ready: readonly string[], steps: readonly Step[]): View => {
  const byState = ready.map((_, state) => steps.filter(([from]) => from === state));
  const offsets = [0];
  for (const each of byState) offsets.push(offsets.at(-1)! + each.length);
  const flat = byState.flat();
  return {
    states: ready.length,
    offsets,
    targets: flat.map(([, , to]) => to),
    labels: flat.map(([, label]) => label),
    ready,
  };
};

const always = view(["write"], [[0, "read", 0]]);
/** Something that is not seen takes writing away, and something else gives it back. */
const denied = view(
  ["write", ""],
  [
    [0, "read", 0],
    [0, "", 1],
    [1, "", 0],
    [1, "read", 1],
  ],
);

test("what is denied for a while is no difference in the end, and shows in what people can do at once", () => {
  expect(bisimilar(always, denied)).toBe(false);
  expect(unfollowed(denied, always, true)).toBeUndefined();
  const shown = unfollowed(showingFreedom(denied), showingFreedom(always), false);
  expect(shown).toMatchObject({ way: [{ state: 0 }] });
});

const anyView = fc
  .array(fc.constantFrom("", "write"), { minLength: 1, maxLength: 4 })
  .chain((ready) => {
    const state = fc.nat({ max: ready.length - 1 });
    return fc
      .array(fc.tuple(state, fc.constantFrom("", "", "read", "learn"), state), { maxLength: 7 })
      .map((steps) => view(ready, steps));
  });

/** All that can be seen on ways of so many steps, as it is seen, by trying every one. */
const sightsOf = ({ offsets, targets, labels }: View, steps: number): ReadonlySet<string> => {
  const sights = new Set<string>();
  const go = (state: number, seen: string, left: number): void => {
    sights.add(seen);
    if (left === 0) return;
    for (let step = offsets[state]!; step < offsets[state + 1]!; step++)
      go(targets[step]!, labels[step] === "" ? seen : `${seen}/${labels[step]}`, left - 1);
  };
  go(0, "", steps);
  return sights;
};

test("views that are bisimilar are told apart by no trace; a trace that tells them apart is seen on no way of the other", () => {
  let [alike, apart] = [0, 0];
  fc.assert(
    fc.property(anyView, anyView, (left, right) => {
      const [one, other] = [showingFreedom(left), showingFreedom(right)];
      const found = unfollowed(one, other, false);
      if (bisimilar(left, right)) {
        alike++;
        expect(unfollowed(left, right, true)).toBeUndefined();
        expect(found).toBeUndefined();
      }
      if (!found || found === "too many") return;
      apart++;
      const seen = found.seen.map((label) => `/${label}`).join("");
      expect(sightsOf(one, found.way.length)).toContain(seen);
      expect(sightsOf(other, 6)).not.toContain(seen);
    }),
    { numRuns: share(3000), seed: 7 },
  );
  expect(Math.min(alike, apart)).toBeGreaterThan(20);
});
