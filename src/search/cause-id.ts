import { createHash } from "node:crypto";

/** Enough that two causes of one project never share them. */
const digits = 16;

/** What makes two causes the same: the same steps, however often and in whichever order. */
export const causeId = (invariant: string, steps: readonly string[]): string =>
  createHash("sha256")
    .update([invariant, ...new Set(steps)].toSorted().join("\n"))
    .digest("hex")
    .slice(0, digits);
