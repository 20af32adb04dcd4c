import { codeQualityOf } from "./code-quality.ts";
import { commentOf } from "./comment.ts";
import { junitOf } from "./junit.ts";
import { sarifOf } from "./sarif.ts";
import type { Showing } from "./showing.ts";
import { stepSummaryOf } from "./step-summary.ts";
import { tycheOf } from "./tyche.ts";

export { annotationsOf } from "./annotations.ts";
export { asExpected, type Excuse, type GateRule, type Place, type Showing } from "./showing.ts";

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** What other programs read, each in its own format; all but ITF, which is one file for each trace. */
export const formats = {
  junit: junitOf,
  sarif: (showing: Showing) => json(sarifOf(showing)),
  summary: stepSummaryOf,
  comment: commentOf,
  codeQuality: (showing: Showing) => json(codeQualityOf(showing)),
  tyche: tycheOf,
} as const;

export type Format = keyof typeof formats;
