import type { JudgedRule } from "../report/index.ts";
import type { Accepted } from "./accepted.ts";
import type { Compared, Rule } from "./rule.ts";
import { causes } from "./rules/causes.ts";
import { completeness } from "./rules/completeness.ts";
import { evidence } from "./rules/evidence.ts";
import { expiry } from "./rules/expiry.ts";
import { meaning } from "./rules/meaning.ts";
import { teeth } from "./rules/teeth.ts";
import { verdicts } from "./rules/verdicts.ts";

const rules: readonly Rule[] = [verdicts, causes, expiry, meaning, evidence, completeness, teeth];

/** What the gate says of a run: every rule with its outcome, those that are kept too. */
export interface GateReport {
  readonly schema: "sealcheck.gate/1";
  readonly today: string;
  readonly passed: boolean;
  readonly rules: readonly JudgedRule[];
  readonly accepted: Accepted;
}

/** Judges a run by what was accepted. */
export const gate = (compared: Compared): GateReport => {
  const judged = rules.map(({ id, says, todo, judge }): JudgedRule => {
    const { wrong = [], better = [], noted = [] } = judge(compared);
    return { id, says, todo, passed: wrong.length === 0, wrong, better, noted };
  });
  const passed = judged.every((rule) => rule.passed);
  const { accepted, today } = compared;
  return { schema: "sealcheck.gate/1", today, passed, rules: judged, accepted };
};
