import type { Formula } from "./formula.ts";
import type { Rule } from "./rule.ts";

/** What is checked, as the compiler of promises sees it, in one line. */
export const ruleText = (rule: Rule): string => {
  if (rule.kind === "audience") return "the least fixed point of sharing from the audience on";
  if (rule.kind === "relational") return "two runs that differ in the secret alone look the same";
  const { tested, violated, owed, witnessed } = rule;
  return Object.entries({ tested, violated, owed, witnessed })
    .flatMap(([name, formula]) => (formula ? [`${name}: ${formulaText(formula)}`] : []))
    .join("; ");
};

const formulaText = (formula: Formula): string => {
  switch (formula.is) {
    case "true":
      return "true";
    case "proposition":
      return formula.name;
    case "not":
      return `not ${formulaText(formula.of)}`;
    case "and":
    case "or":
      return `(${formula.of.map(formulaText).join(` ${formula.is} `)})`;
    case "earlier":
    case "once":
      return `${formula.is} ${formulaText(formula.of)}`;
    case "onceWithin":
      return `once within ${formula.duration} ${formulaText(formula.of)}`;
    case "since":
      return `(${formulaText(formula.held)} since ${formulaText(formula.trigger)})`;
    case "sinceAtLeast":
      return `(${formulaText(formula.held)} for ${formula.duration} since ${formulaText(formula.trigger)})`;
  }
};
