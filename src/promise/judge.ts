import type { Fact, Literal, Look } from "./fact.ts";
import type { Formula, Temporal } from "./formula.ts";
import type { Invariant } from "./invariant.ts";
import { runRule, type AudienceRule, type FormulaRule } from "./rule.ts";

/** A fact with what its predicates could see, or time passing. */
export type TraceEntry =
  | { readonly fact: Fact; readonly look: Look }
  | { readonly elapsed: number };

/** One binding for which an invariant breaks, and where: an index into the trace, or its end. */
export interface Violation {
  readonly binding: readonly Literal[];
  readonly at: number | "end";
}

/** What the naive evaluator says of a whole trace. */
export interface Judgement {
  readonly params: readonly string[];
  readonly tested: number;
  readonly violations: readonly Violation[];
  readonly witnessed: boolean;
}

/** A trace as one binding sees it: which propositions were true at each entry, and when it was. */
export interface Moment {
  readonly index: number;
  readonly time: number;
  readonly roles: ReadonlySet<string>;
  readonly isFact: boolean;
}

/**
 * Judges an invariant over a whole trace by the textbook meaning of its formulas: recursive, quantifying over
 * positions, from scratch for every binding. It shares the patterns with the monitors and no algorithm.
 * `end` says whether nothing more can happen, so that what is still owed is broken; `domains` which values a parameter
 * has besides those that facts name.
 */
export const judge = (
  invariant: Invariant,
  trace: readonly TraceEntry[],
  end: "quiescent" | "cut",
  domains: Readonly<Record<string, readonly Literal[]>> = {},
): Judgement => {
  const { forTheSame } = invariant;
  const rule = runRule(invariant.rule);
  const bindings = bindingsIn(invariant, trace, domains);
  const each = bindings.map((binding) =>
    rule.kind === "audience"
      ? judgeAudience(invariant, rule, trace, binding)
      : judgeFormula(rule, momentsOf(invariant, trace, binding), binding, end),
  );
  return {
    params: forTheSame,
    tested: each.reduce((sum, { tested }) => sum + tested, 0),
    violations: each
      .flatMap(({ violations }) => violations)
      .toSorted((left, right) => place(left) - place(right)),
    witnessed: each.some(({ witnessed }) => witnessed),
  };
};

const place = ({ at }: Violation): number => (at === "end" ? Infinity : at);

/** Every full binding that the trace speaks of; values that facts leave open are filled from domains and other facts. */
export const bindingsIn = (
  { nouns, forTheSame }: Invariant,
  trace: readonly TraceEntry[],
  domains: Readonly<Record<string, readonly Literal[]>>,
): Literal[][] => {
  const found = new Map<string, Literal[]>();
  const values = forTheSame.map((name) => new Set<Literal>(domains[name]));
  for (const entry of trace) {
    if (!("fact" in entry)) continue;
    for (const noun of Object.values(nouns)) {
      const fields = noun.read(entry.fact, entry.look);
      if (fields)
        forTheSame.forEach(
          (name, at) => fields[name] !== undefined && values[at]!.add(fields[name]),
        );
    }
  }
  const add = (chosen: Literal[]): void => {
    if (chosen.length === forTheSame.length) void found.set(JSON.stringify(chosen), chosen);
    else for (const value of values[chosen.length]!) add([...chosen, value]);
  };
  add([]);
  return [...found.values()];
};

/** Whether a fact's fields concern a binding: a field that is left open concerns every one. */
const agrees = (
  forTheSame: readonly string[],
  fields: Readonly<Record<string, Literal>>,
  binding: readonly Literal[],
): boolean =>
  forTheSame.every((name, at) => fields[name] === undefined || fields[name] === binding[at]);

export const momentsOf = (
  { nouns, forTheSame }: Invariant,
  trace: readonly TraceEntry[],
  binding: readonly Literal[],
): Moment[] => {
  let time = 0;
  return trace.map((entry, index) => {
    if (!("fact" in entry))
      return { index, time: (time += entry.elapsed), roles: new Set(), isFact: false };
    const roles = Object.entries(nouns)
      .filter(([, noun]) => {
        const fields = noun.read(entry.fact, entry.look);
        return fields !== undefined && agrees(forTheSame, fields, binding);
      })
      .map(([role]) => role);
    return { index, time, roles: new Set(roles), isFact: true };
  });
};

const judgeFormula = (
  { tested, violated, owed, witnessed }: FormulaRule,
  moments: readonly Moment[],
  binding: readonly Literal[],
  end: "quiescent" | "cut",
) => {
  const at = (formula: Formula, position: number): boolean => truth(formula, moments, position);
  const positions = moments.map((_, position) => position);
  const breaks: Violation[] = positions
    .filter((position) => at(violated, position))
    .map((position) => ({ binding, at: position }));
  const last = moments.length - 1;
  if (end === "quiescent" && owed && last >= 0 && at(owed, last))
    breaks.push({ binding, at: "end" });
  return {
    tested: positions.filter((position) => moments[position]!.isFact && at(tested, position))
      .length,
    violations: breaks,
    witnessed: witnessed !== undefined && positions.some((position) => at(witnessed, position)),
  };
};

/** The meaning of a formula at a position, by its definition. Time passing is a position where no fact is true. */
const truth = (formula: Formula, moments: readonly Moment[], position: number): boolean => {
  const now = moments[position]?.time ?? 0;
  switch (formula.is) {
    case "true":
      return true;
    case "proposition":
      return moments[position]!.roles.has(formula.name);
    case "not":
      return !truth(formula.of, moments, position);
    case "and":
      return formula.of.every((inner) => truth(inner, moments, position));
    case "or":
      return formula.of.some((inner) => truth(inner, moments, position));
    case "earlier":
      return position > 0 && truth(formula.of, moments, position - 1);
    case "once":
    case "since":
      return reasons(formula, moments, position).length > 0;
    case "sinceAtLeast":
      return reasons(formula, moments, position).some(
        (at) => now - moments[at]!.time >= formula.duration,
      );
    default:
      return reasons(formula, moments, position).some(
        (at) => now - moments[at]!.time < formula.duration,
      );
  }
};

/** Where a temporal formula's trigger was so, with nothing since that made it void. */
export const reasons = (
  formula: Temporal,
  moments: readonly Moment[],
  position: number,
): number[] => {
  const facts = moments.flatMap(({ isFact }, at) => (isFact && at <= position ? [at] : []));
  if ("of" in formula) return facts.filter((at) => truth(formula.of, moments, at));
  return facts.filter(
    (from) =>
      truth(formula.trigger, moments, from) &&
      facts.every((at) => at <= from || truth(formula.held, moments, at)),
  );
};

/** Reads the trace as a reviewer would: at each reading, who had been let in so far, starting from whom it was for. */
const judgeAudience = (
  invariant: Invariant,
  { audience }: AudienceRule,
  trace: readonly TraceEntry[],
  binding: readonly Literal[],
) => {
  const { nouns, forTheSame } = invariant;
  const gifts: Gift[] = [];
  const violations: Violation[] = [];
  let tested = 0;
  trace.forEach((entry, at) => {
    if (!("fact" in entry)) return;
    gifts.push(...giftsIn(invariant, [entry], binding));
    const read = nouns["whenever"]!.read(entry.fact, entry.look);
    if (!read || !agrees(forTheSame, read, binding)) return;
    tested++;
    if (!reaches(gifts, audience(entry.fact), String(read["reader"]), new Set()))
      violations.push({ binding, at });
  });
  return { tested, violations, witnessed: false };
};

/** Who let whom read. */
export interface Gift {
  readonly by: string;
  readonly to: string;
}

/** Every gift of what a binding is about, in the order of the trace. */
export const giftsIn = (
  { nouns, forTheSame }: Invariant,
  trace: readonly TraceEntry[],
  binding: readonly Literal[],
): Gift[] =>
  trace.flatMap((entry) => {
    const shared = "fact" in entry && nouns["shared"]!.read(entry.fact, entry.look);
    return shared && agrees(forTheSame, shared, binding)
      ? [{ by: String(shared["by"]), to: String(shared["reader"]) }]
      : [];
  });

/** Whether gifts lead back from a reader to somebody the message was for. */
const reaches = (
  gifts: readonly Gift[],
  original: readonly string[],
  reader: string,
  asked: ReadonlySet<string>,
): boolean =>
  original.includes(reader) ||
  gifts.some(
    ({ by, to }) =>
      to === reader && !asked.has(by) && reaches(gifts, original, by, new Set([...asked, reader])),
  );
