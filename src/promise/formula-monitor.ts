import { answerOf, Said } from "./answer.ts";
import { temporals, type Formula, type Temporal } from "./formula.ts";
import type { FormulaRule } from "./rule.ts";

/** What a monitor remembers: per temporal formula 0 or 1, or an age (-1 for none). */
type Memory = readonly number[];

/**
 * A formula rule as an automaton over small integers: after Havelund and Roşu ("Synthesizing Monitors for Safety
 * Properties", TACAS 2002) a monitor keeps one bit per temporal subformula, and one clamped age where a duration is
 * asked for. States and steps are computed when first met and kept. A symbol is a set of propositions, one bit each.
 */
export class FormulaMonitor {
  readonly #rule: FormulaRule;
  readonly #propositions: readonly string[];
  readonly #temporals: readonly Temporal[];
  readonly #index: ReadonlyMap<Temporal, number>;
  readonly #memories: Memory[] = [];
  readonly #ids = new Map<string, number>();
  readonly #steps: number[][] = [];
  readonly #waits: Map<number, number>[] = [];
  readonly #owed: boolean[] = [];

  constructor(rule: FormulaRule, propositions: readonly string[]) {
    this.#rule = rule;
    this.#propositions = propositions;
    const all = [rule.tested, rule.violated, rule.owed, rule.witnessed].flatMap((formula) =>
      formula ? temporals(formula) : [],
    );
    this.#temporals = [...new Set(all)];
    this.#index = new Map(this.#temporals.map((formula, index) => [formula, index]));
    this.#intern(this.#temporals.map(({ is }) => (is === "once" || is === "since" ? 0 : -1)));
  }

  /** How many states have come up. */
  get size(): number {
    return this.#memories.length;
  }

  /** Whether there is anything to remember. */
  get remembers(): boolean {
    return this.#temporals.length > 0;
  }

  /** A state as text, the same in every process. */
  textOf(state: number): string {
    return this.#memories[state]!.join();
  }

  /** The answer (see {@link answerOf}) to a fact. */
  step(state: number, symbol: number): number {
    return (this.#steps[state]![symbol] ??= this.#answer(state, symbol));
  }

  /** The same for time passing, which tests nothing. */
  wait(state: number, duration: number): number {
    const known = this.#waits[state]!.get(duration);
    if (known !== undefined) return known;
    const before = this.#memories[state]!;
    const after = before.map((age, index) => aged(this.#temporals[index]!, age, duration));
    const answer = this.#say(0, before, after) & ~Said.tested;
    this.#waits[state]!.set(duration, answer);
    return answer;
  }

  owes(state: number): boolean {
    return (this.#owed[state] ??= this.#owes(this.#memories[state]!));
  }

  #owes(memory: Memory): boolean {
    const { owed } = this.#rule;
    return owed !== undefined && this.#truth(owed, 0, memory, memory);
  }

  #answer(state: number, symbol: number): number {
    const before = this.#memories[state]!;
    const after: number[] = [];
    for (const [index, formula] of this.#temporals.entries())
      after[index] = this.#remember(formula, symbol, before, after, before[index]!);
    return this.#say(symbol, before, after);
  }

  #say(symbol: number, before: Memory, after: Memory): number {
    const { tested, violated, witnessed } = this.#rule;
    const now = (formula: Formula): boolean => this.#truth(formula, symbol, before, after);
    return answerOf(
      this.#intern(after),
      (now(tested) ? Said.tested : 0) |
        (now(violated) ? Said.violated : 0) |
        (witnessed && now(witnessed) ? Said.witnessed : 0),
    );
  }

  #remember(formula: Temporal, symbol: number, before: Memory, after: Memory, old: number): number {
    const now = (inner: Formula): boolean => this.#truth(inner, symbol, before, after);
    switch (formula.is) {
      case "once":
        return old === 1 || now(formula.of) ? 1 : 0;
      case "since":
        return now(formula.trigger) || (old === 1 && now(formula.held)) ? 1 : 0;
      case "sinceAtLeast":
        if (old >= 0 && now(formula.held)) return old;
        return now(formula.trigger) ? 0 : -1;
      default:
        // What is to have happened within no time at all is never so.
        return formula.duration > 0 && now(formula.of) ? 0 : old;
    }
  }

  #truth(formula: Formula, symbol: number, before: Memory, after: Memory): boolean {
    switch (formula.is) {
      case "true":
        return true;
      case "proposition":
        return ((symbol >> this.#propositions.indexOf(formula.name)) & 1) === 1;
      case "not":
        return !this.#truth(formula.of, symbol, before, after);
      case "and":
        return formula.of.every((inner) => this.#truth(inner, symbol, before, after));
      case "or":
        return formula.of.some((inner) => this.#truth(inner, symbol, before, after));
      case "earlier":
        return isSo(formula.of, before[this.#index.get(formula.of)!]!);
      default:
        return isSo(formula, after[this.#index.get(formula)!]!);
    }
  }

  #intern(memory: Memory): number {
    const key = memory.join(",");
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#memories.push(memory) - 1;
    this.#ids.set(key, id);
    this.#steps.push([]);
    this.#waits.push(new Map());
    return id;
  }
}

const isSo = (formula: Temporal, memory: number): boolean => {
  switch (formula.is) {
    case "sinceAtLeast":
      return memory >= formula.duration;
    case "onceWithin":
      return memory >= 0;
    default:
      return memory === 1;
  }
};

/** Ages grow with time, up to where more makes no difference. */
const aged = (formula: Temporal, age: number, duration: number): number => {
  if (age < 0) return age;
  if (formula.is === "sinceAtLeast") return Math.min(formula.duration, age + duration);
  if (formula.is === "onceWithin") return age + duration >= formula.duration ? -1 : age + duration;
  return age;
};
