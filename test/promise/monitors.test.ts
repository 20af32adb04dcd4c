import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, nextState, Said } from "../../src/promise/index.ts";
import { domains, invariants, patternNames, traces } from "./random-patterns.ts";
import { comparable, judged, remembered, Watcher, type Entry } from "./watch.ts";
import { share } from "../share.ts";

const ends = fc.constantFrom("quiescent" as const, "cut" as const);

describe.for([
  { facts: "facts that name everything", open: false },
  { facts: "facts that leave something open", open: true },
])("over $facts", ({ open }) => {
  test.for(patternNames)("%s: monitor and naive evaluator agree", (name) => {
    const met = { tested: 0, violations: 0, kept: 0, witnessed: 0 };
    fc.assert(
      fc.property(
        invariants(name),
        fc.array(traces(open), { minLength: 1, maxLength: 4 }),
        ends,
        (invariant, several, end) => {
          const watcher = new Watcher(invariant, domains);
          for (const trace of several) {
            const expected = judged(invariant, trace, end, domains);
            expect(comparable(watcher.watch(trace, end))).toEqual(comparable(expected));
            met.tested += expected.tested;
            met.violations += expected.violations.length;
            if (expected.tested > 0 && expected.violations.length === 0) met.kept++;
            if (expected.witnessed) met.witnessed++;
          }
        },
      ),
      { numRuns: share(1500), seed: 1 },
    );
    expect(met.tested).toBeGreaterThan(share(500));
    expect(met.kept).toBeGreaterThan(share(30));
    if (name === "possible") expect(met.witnessed).toBeGreaterThan(share(100));
    else expect(met.violations).toBeGreaterThan(share(100));
  });
});

test.for(patternNames)("%s: a monitor's state is what the naive evaluator remembers", (name) => {
  const met = { bindings: 0, states: 0 };
  fc.assert(
    fc.property(
      invariants(name),
      fc.array(traces(true), { minLength: 4, maxLength: 4 }),
      (invariant, several) => {
        const watcher = new Watcher(invariant, domains);
        const memories = new Map<number, string>();
        const states = new Map<string, number>();
        for (const trace of several) {
          const left = remembered(invariant, trace, domains);
          const now = watcher.states(trace);
          expect([...left.keys()].toSorted()).toEqual([...now.keys()].toSorted());
          for (const [binding, state] of now) {
            const memory = left.get(binding)!;
            expect(memories.get(state) ?? memory).toBe(memory);
            expect(states.get(memory) ?? state).toBe(state);
            memories.set(state, memory);
            states.set(memory, state);
            met.bindings++;
          }
        }
        met.states += states.size;
      },
    ),
    { numRuns: share(600), seed: 3 },
  );
  if (remembersNothing.has(name)) expect(met.states).toBe(0);
  else {
    expect(met.states).toBeGreaterThan(share(50));
    expect(met.bindings).toBeGreaterThan(met.states + share(200));
  }
});

/** Patterns that look at one fact at a time, and one that is asked of all traces together. */
const remembersNothing: ReadonlySet<string> = new Set(["always", "possible"]);

/** The same trace with every wait cut into pieces, and for each piece the entry it was cut from. */
const cutUp = (trace: readonly Entry[], piece: number): { entries: Entry[]; from: number[] } => {
  const entries: Entry[] = [];
  const from: number[] = [];
  trace.forEach((entry, at) => {
    for (let rest = entry; typeof rest === "number" && rest > piece; rest -= piece, entry = rest) {
      entries.push(piece);
      from.push(at);
    }
    entries.push(entry);
    from.push(at);
  });
  return { entries, from };
};

test.for(["within", "notBefore"] as const)(
  "%s: one long wait is as good as many short ones",
  (name) => {
    let broken = 0;
    fc.assert(
      fc.property(
        invariants(name),
        traces(true),
        fc.integer({ min: 1, max: 3 }),
        (invariant, trace, piece) => {
          const watcher = new Watcher(invariant, domains);
          const { entries, from } = cutUp(trace, piece);
          const whole = watcher.watch(trace, "cut");
          const pieces = watcher.watch(entries, "cut");
          const mapped = pieces.violations.map(({ binding, at }) => ({
            binding,
            at: typeof at === "number" ? from[at]! : at,
          }));
          expect(comparable({ ...pieces, violations: mapped })).toEqual(comparable(whole));
          broken += whole.violations.length;
        },
      ),
      { numRuns: share(2500), seed: 2 },
    );
    expect(broken).toBeGreaterThan(share(100));
  },
);

test("time alone puts nothing to the test, and changes nothing for promises without durations", () => {
  const timeless = patternNames.filter((name) => name !== "within" && name !== "notBefore");
  fc.assert(
    fc.property(
      fc.constantFrom(...timeless).chain(invariants),
      traces(true),
      (invariant, trace) => {
        const watcher = new Watcher(invariant, domains);
        const timed = watcher.watch(trace, "quiescent");
        const facts = trace.filter((entry) => typeof entry !== "number");
        const untimed = watcher.watch(facts, "quiescent");
        expect(timed.tested).toBe(untimed.tested);
        expect(timed.violations.length).toBe(untimed.violations.length);
      },
    ),
    { numRuns: share(1000), seed: 3 },
  );
});

test("what must be possible needs no memory, so watching for it multiplies no states", () => {
  fc.assert(
    fc.property(invariants("possible"), (invariant) => {
      const monitor = compile(invariant);
      const seen = monitor.step(0, 1);
      expect(seen & Said.witnessed).not.toBe(0);
      expect(nextState(seen)).toBe(0);
    }),
    { numRuns: 20, seed: 1 },
  );
});
