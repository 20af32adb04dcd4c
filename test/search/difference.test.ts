import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bisimilar } from "../../src/search/difference/bisimilar.ts";
import { unfollowed } from "../../src/search/difference/inclusion.ts";
import { ableIn, showingFreedom, type View } from "../../src/search/difference/view.ts";
import { share } from "../share.ts";

interface Step {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Small graphs: some steps show nothing, some lead to what was not visited any more. */
const views = (cut: boolean): fc.Arbitrary<View> =>
  fc
    .record({
      ready: fc.array(fc.constantFrom("", "send", "leave\nsend"), { minLength: 1, maxLength: 4 }),
      steps: fc.array(
        fc.record({
          from: fc.nat(),
          to: fc.integer({ min: cut ? -1 : 0, max: 7 }),
          label: fc.constantFrom("", "a", "b"),
        }),
        { maxLength: 7 },
      ),
    })
    .map(({ ready, steps }) =>
      viewWith(
        ready,
        steps.map(({ from, to, label }) => ({
          from: from % ready.length,
          to: to < 0 ? to : to % ready.length,
          label,
        })),
      ),
    );

const viewWith = (ready: readonly string[], steps: readonly Step[]): View => {
  const inOrder = steps.toSorted((left, right) => left.from - right.from);
  return {
    states: ready.length,
    ready,
    offsets: [0, ...ready.map((_, state) => inOrder.filter(({ from }) => from <= state).length)],
    targets: inOrder.map(({ to }) => to),
    labels: inOrder.map(({ label }) => label),
  };
};

const stepsOf = (view: View, state: number): { readonly to: number; readonly label: string }[] =>
  view.targets
    .map((to, step) => ({ to, label: view.labels[step]!, step }))
    .filter(({ step }) => step >= view.offsets[state]! && step < view.offsets[state + 1]!);

/** Every pair of what can be seen, up to so many labels, and a state that one can be in afterwards; -1 for one not visited. */
const behaviours = (view: View, labelsMost: number): Map<string, Set<number>> => {
  const found = new Map<string, Set<number>>();
  const visit = (word: string, state: number): void => {
    const known = found.get(word) ?? new Set();
    found.set(word, known);
    if (known.has(state)) return;
    known.add(state);
    if (state < 0) return;
    for (const { to, label } of stepsOf(view, state))
      if (word.length + label.length <= labelsMost) visit(word + label, to);
  };
  visit("", 0);
  return found;
};

test("a shortest difference is one, and no short one is missed", () => {
  const labelsMost = 7;
  const met = { none: 0, seen: 0, able: 0 };
  fc.assert(
    fc.property(views(true), views(true), fc.boolean(), (head, base, closed) => {
      const [ours, theirs] = [behaviours(head, labelsMost), behaviours(base, labelsMost)];
      const [able, ableThere] = [ableIn(head), ableIn(base)];
      /** Whether the base can have shown this and, where it counts, let people do the same. */
      const follows = (word: string, state: number): boolean =>
        [...(theirs.get(word) ?? [])].some(
          (there) => there >= 0 && (!closed || state < 0 || ableThere[there] === able[state]),
        );
      // At the start nothing has been done yet that could be a difference.
      const expected = [...ours].flatMap(([word, states]) =>
        [...states].flatMap((state) =>
          (word === "" && state === 0) || follows(word, state) ? [] : [word],
        ),
      );
      const found = unfollowed(head, base, closed);
      if (found === "too many") expect.fail("these are few");
      if (!found) {
        met.none++;
        expect(expected).toEqual([]);
        return;
      }
      const { way } = found;
      let at = 0;
      for (const { state, step } of way) {
        expect(state).toBe(at);
        expect(step).toBeGreaterThanOrEqual(head.offsets[state]!);
        expect(step).toBeLessThan(head.offsets[state + 1]!);
        at = head.targets[step]!;
      }
      const word = way.map(({ step }) => head.labels[step]!).join("");
      if (word.length > labelsMost) return;
      expect(found.seen.join("")).toBe(word);
      expect(follows(word, at)).toBe(false);
      met[theirs.has(word) ? "able" : "seen"]++;
    }),
    { numRuns: share(3000), seed: 1 },
  );
  for (const [what, count] of Object.entries(met)) expect(count, what).toBeGreaterThan(share(100));
});

/** The largest relation between states of two graphs that branching bisimulation allows, by taking away what it forbids. */
const bisimilarNaively = (left: View, right: View): boolean => {
  const views = [left, right] as const;
  const states = views.flatMap((view, side) =>
    Array.from({ length: view.states }, (_, state) => ({ view, side, state })),
  );
  type Place = (typeof states)[number];
  const key = (one: Place, other: Place): string =>
    `${one.side}.${one.state} ${other.side}.${other.state}`;
  const related = new Set(
    states.flatMap((one) =>
      states
        .filter((other) => one.view.ready[one.state] === other.view.ready[other.state])
        .map((other) => key(one, other)),
    ),
  );
  const after = (place: Place) =>
    stepsOf(place.view, place.state)
      .filter(({ to }) => to >= 0)
      .map(({ to, label }) => ({ label, place: { ...place, state: to } }));
  const matches = (one: Place, other: Place): boolean =>
    after(one).every(({ label, place }) => {
      if (label === "" && related.has(key(place, other))) return true;
      const reached = [other];
      for (const here of reached)
        for (const next of after(here))
          if (
            next.label === "" &&
            related.has(key(one, next.place)) &&
            !reached.some(({ state }) => state === next.place.state)
          )
            reached.push(next.place);
      return reached.some((here) =>
        after(here).some((next) => next.label === label && related.has(key(place, next.place))),
      );
    });
  for (let before = -1; before !== related.size;) {
    before = related.size;
    for (const one of states)
      for (const other of states)
        if (related.has(key(one, other)) && !(matches(one, other) && matches(other, one))) {
          related.delete(key(one, other));
          related.delete(key(other, one));
        }
  }
  return related.has(key(states[0]!, states[left.states]!));
};

test("two graphs are bisimilar if nothing forbids it", () => {
  const met = { same: 0, unlike: 0 };
  fc.assert(
    fc.property(views(false), views(false), fc.boolean(), (one, other, same) => {
      // Most that are drawn apart are unlike; a graph and itself with all its states twice are not.
      const right = same ? twice(one) : other;
      const expected = bisimilarNaively(one, right);
      expect(bisimilar(one, right)).toBe(expected);
      met[expected ? "same" : "unlike"]++;
    }),
    { numRuns: share(1500), seed: 2 },
  );
  for (const [what, count] of Object.entries(met)) expect(count, what).toBeGreaterThan(share(300));
});

/** The same with a silent step before every other that shows something. */
const twice = (view: View): View => {
  const steps = Array.from({ length: view.states }, (_, state) => stepsOf(view, state)).flatMap(
    (many, from): Step[] => [
      { from, to: from + view.states, label: "" },
      ...many.flatMap(({ to, label }) => [
        { from, to, label },
        { from: from + view.states, to: to + view.states, label },
      ]),
    ],
  );
  return viewWith([...view.ready, ...view.ready], steps);
};

const always = viewWith(["write"], [{ from: 0, label: "read", to: 0 }]);
/** Something that is not seen takes writing away, and something else gives it back. */
const denied = viewWith(
  ["write", ""],
  [
    { from: 0, label: "read", to: 0 },
    { from: 0, label: "", to: 1 },
    { from: 1, label: "", to: 0 },
    { from: 1, label: "read", to: 1 },
  ],
);

test("what is denied for a while is no difference in the end, and shows in what people can do at once", () => {
  expect(bisimilar(always, denied)).toBe(false);
  expect(unfollowed(denied, always, true)).toBeUndefined();
  const shown = unfollowed(showingFreedom(denied), showingFreedom(always), false);
  expect(shown).toMatchObject({ way: [{ state: 0 }] });
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
    fc.property(views(false), views(false), (left, right) => {
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
