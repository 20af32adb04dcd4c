import { wrapped, type JudgedRule, type Style } from "../report/index.ts";
import type { GateReport } from "./gate.ts";

/** So many items of a list are shown on a terminal. */
const itemsMost = 20;

/** What the gate says, for a terminal: every rule, and below it what there is to say. */
export const gateLines = ({ rules, today, passed }: GateReport, style: Style): string[] => [
  style.bold(`gate, as of ${today}`),
  ...rules.flatMap((rule) => ruleLines(rule, style)),
  passed
    ? `${style.pass} the gate is open`
    : `${style.fail} the gate is shut: ${rules
        .filter((rule) => !rule.passed)
        .map(({ id }) => id)
        .join(", ")}`,
];

const ruleLines = (
  { id, says, todo, passed, wrong, better, noted }: JudgedRule,
  style: Style,
): string[] => [
  `${passed ? style.pass : style.fail} ${id}  ${says}`,
  ...items(wrong, "", style),
  ...items(passed ? [] : [todo], "→ ", style),
  ...items(better, "better: ", style),
  ...items(passed ? noted : [], "", style),
];

const items = (texts: readonly string[], lead: string, style: Style): string[] => [
  ...texts
    .slice(0, itemsMost)
    .flatMap((text) => wrapped(`${lead}${text}`, style.width - 4, 2).map((line) => `    ${line}`)),
  ...(texts.length > itemsMost ? [`    … and ${texts.length - itemsMost} more`] : []),
];
