import type { RunTrace } from "../report/index.ts";
import type { Accepted, Finding } from "./accepted.ts";

/** The acceptance that a break falls under, expired or not. */
export const suppressionOf = (
  { findings }: Accepted,
  { protocol, invariant, cause }: Pick<RunTrace, "protocol" | "invariant" | "cause">,
): Finding | undefined =>
  findings.findLast(
    (finding) =>
      finding.protocol === protocol &&
      finding.invariant === invariant &&
      cause.id in finding.causes,
  );
