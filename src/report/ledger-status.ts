import type { Verdict } from "./verdict.ts";

/** What a statement comes to under one protocol. */
export type LedgerStatus = Verdict | "truth gap" | "not checked";

/** From best to worst; a statement is as bad as the worst of what checks it. */
export const fromBestToWorst: readonly LedgerStatus[] = [
  "not checked",
  "notApplicable",
  "held, exhaustively within bounds",
  "held, sampled",
  "untested",
  "inconclusive",
  "truth gap",
  "broken",
];

/**
 * The status of a statement under one protocol. `truthGap` names invariants whose break is accepted as a gap between
 * what people are told and what is so.
 */
export const ledgerStatus = (
  invariants: readonly { readonly id: string; readonly verdict: Verdict }[],
  truthGap: readonly string[],
): LedgerStatus =>
  invariants
    .map(({ id, verdict }): LedgerStatus =>
      verdict === "broken" && truthGap.includes(id) ? "truth gap" : verdict,
    )
    .reduce<LedgerStatus>(
      (worst, status) =>
        fromBestToWorst.indexOf(status) > fromBestToWorst.indexOf(worst) ? status : worst,
      "not checked",
    );
