import type { Expectation } from "../promise/index.ts";
import type { TaskMaterial } from "./material.ts";

/**
 * What a task is expected to say about an invariant: what its scenario names; else that it does not apply, where the
 * protocol says so; else that it holds.
 */
export const expectationOf = (
  { scenario, protocol }: Pick<TaskMaterial, "scenario" | "protocol">,
  invariant: string,
): Expectation => {
  const named = scenario.expects[protocol.name]?.[invariant];
  const because = protocol.notApplicable[invariant];
  if (named) return named;
  return because === undefined ? { expects: "holds" } : { expects: "notApplicable", because };
};
