import type { RunTrace } from "../report/index.ts";
import type { GateReport } from "./gate.ts";
import { suppressionOf } from "./suppression.ts";

/** Which breaks are excused by an acceptance that has not expired. */
export const excusedBy =
  ({ accepted, today }: Pick<GateReport, "accepted" | "today">) =>
  (trace: RunTrace) => {
    const finding = suppressionOf(accepted, trace);
    return finding && finding.expires >= today
      ? { because: finding.reason, accepted: { owner: finding.owner, until: finding.expires } }
      : undefined;
  };
