import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Trace, TraceArbitrary, traceOf, worldOf } from "../../src/search/index.ts";
import { breaking, lettersTask } from "./faulty-letters.ts";

const task = lettersTask();
const arbitrary = (signature?: string): TraceArbitrary =>
  new TraceArbitrary(worldOf(task), task.scenario.bound.moves, signature);

/** A property that a user may write: nobody ever shows anything. */
const nothingShown = (traces: TraceArbitrary) =>
  fc.property(traces, ({ moves }) => !moves.includes("bob.reader user.show"));

describe("traces in a property of one's own", () => {
  test("fail it, and shrink to what matters", () => {
    const { failed, counterexample } = fc.check(nothingShown(arbitrary()), { seed: 5 });
    expect(failed).toBe(true);
    expect(counterexample![0].moves).toEqual([
      "ana.writer user.write",
      "deliver post",
      "bob.reader user.show",
    ]);
  });

  test("replay from seed and path, in another world", () => {
    const first = fc.check(nothingShown(arbitrary()), { seed: 7 });
    const again = fc.check(nothingShown(arbitrary()), {
      seed: first.seed,
      path: first.counterexamplePath!,
      endOnFailure: true,
    });
    expect(again.failed).toBe(true);
    expect(again.numShrinks).toBe(0);
    expect(again.counterexample![0].moves).toEqual(first.counterexample![0].moves);
  });

  test("are told by their moves when the property fails", () => {
    expect(() => fc.assert(nothingShown(arbitrary()), { seed: 5 })).toThrow(
      "ana.writer user.write · deliver post · bob.reader user.show",
    );
  });

  test("mix with other arbitraries", () => {
    const mixed = fc.property(arbitrary(), fc.nat({ max: 3 }), ({ moves }, most) => {
      expect(moves.filter((move) => move === "drop post").length).toBeLessThanOrEqual(most + 1);
    });
    expect(fc.check(mixed, { seed: 1, numRuns: 300 }).failed).toBe(false);
  });

  test("are the same for the same seed", () => {
    const sample = () =>
      fc.sample(arbitrary(), { seed: 3, numRuns: 20 }).map(({ moves, signatures, settled }) => ({
        moves,
        signatures,
        settled,
      }));
    expect(sample()).toEqual(sample());
  });

  test("know what they break", () => {
    for (const trace of fc.sample(arbitrary(), { seed: 4, numRuns: 100 })) {
      expect(trace).toBeInstanceOf(Trace);
      expect(trace.length).toBe(trace.moves.length);
      const invariants = trace.signatures.map((signature) => signature.split(" ")[0]!);
      for (const invariant of invariants) expect(breaking).toContain(invariant);
      // Made again by name, in a world that has seen nothing, they break the same.
      for (const signature of trace.signatures)
        expect(traceOf(worldOf(task), trace.moves, signature).signatures).toEqual([signature]);
    }
  });
});

describe("shrinking within one kind of break", () => {
  test.for(breaking)("never leaves %s for another", (invariant) => {
    const world = worldOf(task);
    const traces = new TraceArbitrary(world, task.scenario.bound.moves);
    const broken = fc
      .sample(traces, { seed: 11, numRuns: 600 })
      .find(({ signatures }) => signatures.some((one) => one.startsWith(`${invariant} `)))!;
    const signature = broken.signatures.find((one) => one.startsWith(`${invariant} `))!;
    const within = new TraceArbitrary(world, task.scenario.bound.moves, signature);
    let candidates = 0;
    for (const { value_: candidate } of within.shrink(broken)) {
      candidates++;
      expect([[], [signature]]).toContainEqual(candidate.signatures);
      expect(candidate.length).toBeLessThanOrEqual(broken.length);
    }
    expect(candidates).toBeGreaterThan(0);
  });

  test("makes a crash inside a step into a plain step where that will do", () => {
    const world = worldOf(task);
    const crashing = traceOf(world, ["crash after 1 of: ana.writer user.write"], "none");
    const shrunk = [...arbitrary("none").shrink(crashing)].map(({ value_ }) => value_.moves);
    expect(shrunk).toContainEqual(["ana.writer user.write"]);
  });
});
