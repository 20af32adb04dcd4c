import * as fc from "fast-check";
import type { World } from "../world/index.ts";
import { follow } from "./follow.ts";
import { signatureOf } from "./signature.ts";
import { TraceArbitrary, traceOf } from "./traces.ts";

/** A trace from which no single move can be left out, with what it needs to come to rest. */
export interface Minimal {
  readonly moves: readonly string[];
  readonly instance: number;
  /** Index of the breaking move, or "end". */
  readonly at: number | "end";
}

/**
 * Makes a suspect trace minimal: fast-check shrinks it as a frozen example, within one failure signature. Undefined
 * when the break does not show again, which would be a fault of ours. What is `barred` it must not become.
 */
export const minimise = (
  world: World,
  names: readonly string[],
  signature: string,
  most: number,
  barred: (moves: readonly string[]) => boolean = () => false,
): Minimal | undefined => {
  const suspect = traceOf(world, names, signature);
  if (suspect.suspicions.length === 0) return undefined;
  const traces = new TraceArbitrary(world, most, signature);
  const found = fc.check(
    fc.property(traces, (trace) => trace.suspicions.length === 0 || barred(trace.moves)),
    { examples: [[suspect]], numRuns: 1, seed: 0, endOnFailure: false },
  );
  const smallest = found.counterexample?.[0] ?? suspect;
  const wanted = (instance: number): boolean => signatureOf(world, instance) === signature;
  const { moves, rest, instance, at } = follow(world, smallest.moves, wanted);
  if (instance < 0) return undefined;
  return at < moves.length
    ? { moves, instance, at }
    : { moves: [...moves, ...rest], instance, at: "end" };
};
