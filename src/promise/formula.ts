/**
 * Past-time temporal logic over propositions. There is no "previous": monitors that a fact does not concern take no
 * step, so formulas must not be able to tell. `earlier` asks for the value of a temporal formula before this fact,
 * which is the same however many unconcerned facts lie between.
 */
export type Formula =
  | { readonly is: "true" }
  | { readonly is: "proposition"; readonly name: string }
  | { readonly is: "not"; readonly of: Formula }
  | { readonly is: "and" | "or"; readonly of: readonly Formula[] }
  | Temporal
  | { readonly is: "earlier"; readonly of: Temporal };

/** Formulas with a memory. */
export type Temporal =
  | { readonly is: "once"; readonly of: Formula }
  /** `trigger` was so, and `held` has been so ever since. */
  | { readonly is: "since"; readonly held: Formula; readonly trigger: Formula }
  /** The same, and `trigger` at least `duration` time units ago. */
  | {
      readonly is: "sinceAtLeast";
      readonly held: Formula;
      readonly trigger: Formula;
      readonly duration: number;
    }
  /** `of` was so, less than `duration` time units ago. */
  | { readonly is: "onceWithin"; readonly of: Formula; readonly duration: number };

export const yes: Formula = { is: "true" };
export const proposition = (name: string): Formula => ({ is: "proposition", name });
export const not = (of: Formula): Formula => ({ is: "not", of });
export const and = (...of: readonly Formula[]): Formula => ({ is: "and", of });
export const or = (...of: readonly Formula[]): Formula => ({ is: "or", of });
export const once = (of: Formula): Temporal => ({ is: "once", of });
export const since = (held: Formula, trigger: Formula): Temporal => ({
  is: "since",
  held,
  trigger,
});
export const sinceAtLeast = (duration: number, held: Formula, trigger: Formula): Temporal => ({
  is: "sinceAtLeast",
  held,
  trigger,
  duration,
});
export const onceWithin = (duration: number, of: Formula): Temporal => ({
  is: "onceWithin",
  of,
  duration,
});
export const earlier = (of: Temporal): Formula => ({ is: "earlier", of });

/** The temporal formulas inside a formula, innermost first. */
export const temporals = (formula: Formula): Temporal[] => {
  switch (formula.is) {
    case "true":
    case "proposition":
      return [];
    case "not":
      return temporals(formula.of);
    case "and":
    case "or":
      return formula.of.flatMap(temporals);
    case "earlier":
      return temporals(formula.of);
    case "once":
    case "onceWithin":
      return [...temporals(formula.of), formula];
    default:
      return [...temporals(formula.held), ...temporals(formula.trigger), formula];
  }
};
