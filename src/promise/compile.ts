import { Mistake, type Place } from "../mistake.ts";
import { AudienceMonitor, type AudienceEvent } from "./audience-monitor.ts";
import type { Fact, Literal, Look } from "./fact.ts";
import { FormulaMonitor } from "./formula-monitor.ts";
import type { Invariant } from "./invariant.ts";
import type { Fields } from "./noun.ts";
import { runRule } from "./rule.ts";

/** What a fact means to one binding of an invariant; an open (undefined) value stands for every one. */
export interface Reading {
  readonly binding: readonly (Literal | undefined)[];
  readonly symbol: number;
}

/** An invariant ready for the world: readings of facts, and an automaton that every binding runs for itself. */
export interface CompiledInvariant {
  readonly id: string;
  readonly place: Place | undefined;
  readonly params: readonly string[];
  readonly listensTo: ReadonlySet<string>;
  /** Whether time passing can change the verdict, and the longest duration it asks for. */
  readonly timed: boolean;
  readonly horizon: number;
  /** Whether something can be owed at the end. */
  readonly obliges: boolean;
  /** What a fact means, given what other parts look like now. */
  readonly read: (fact: Fact, look: Look) => readonly Reading[];
  /** Two symbols of one fact for one binding, as one. */
  readonly join: (left: number, right: number) => number;
  /** The answer (see {@link answerOf}) to a fact. State 0 is the initial one. */
  readonly step: (state: number, symbol: number) => number;
  readonly wait: (state: number, duration: number) => number;
  readonly owes: (state: number) => boolean;
  /** The same state, or symbol, with other names in it; undefined where none has any. */
  readonly renamed:
    | {
        readonly state: (state: number, rename: Rename) => number;
        readonly symbol: (symbol: number, rename: Rename) => number;
      }
    | undefined;
  /** A state as text, which is the same wherever and whenever it comes up. */
  readonly textOf: (state: number) => string;
  /** How many states have come up. */
  readonly size: () => number;
  /** Whether its monitors have anything to remember, and so more than one state. */
  readonly remembers: boolean;
}

/** Gives names for names. */
type Rename = (name: string) => string;

/** Compiles an invariant to an incremental monitor. */
export const compile = (invariant: Invariant): CompiledInvariant => {
  const { id, place, nouns, forTheSame, duration, pattern } = invariant;
  const rule = runRule(invariant.rule);
  const common = {
    id,
    place,
    params: forTheSame,
    listensTo: new Set(Object.values(nouns).flatMap(({ of }) => of)),
    timed: duration > 0 || pattern === "within" || pattern === "notBefore",
    horizon: duration,
    obliges: rule.kind === "formula" && rule.owed !== undefined,
  };
  if (rule.kind === "audience") return { ...common, ...compileAudience(invariant, rule.audience) };
  const roles = Object.keys(nouns);
  const monitor = new FormulaMonitor(rule, roles);
  return {
    ...common,
    read: (fact, look) => readPropositions(invariant, fact, look),
    join: (left, right) => left | right,
    step: (state, symbol) => monitor.step(state, symbol),
    wait: (state, time) => monitor.wait(state, time),
    owes: (state) => monitor.owes(state),
    renamed: undefined,
    ...statesOf(monitor),
  };
};

const statesOf = (
  monitor: FormulaMonitor | AudienceMonitor,
): Pick<CompiledInvariant, "remembers" | "textOf" | "size"> => ({
  remembers: monitor.remembers,
  textOf: (state) => monitor.textOf(state),
  size: () => monitor.size,
});

/** One bit per noun that applies, grouped by what the fact binds. */
const readPropositions = (
  { nouns, forTheSame }: Invariant,
  fact: Fact,
  look: Look,
): readonly Reading[] => {
  const readings = new Map<string, { binding: (Literal | undefined)[]; symbol: number }>();
  Object.values(nouns).forEach((noun, bit) => {
    const fields = noun.read(fact, look);
    if (!fields) return;
    const binding = forTheSame.map((name) => fields[name]);
    const key = JSON.stringify(binding.map((value) => value ?? null));
    const reading = readings.get(key) ?? { binding, symbol: 0 };
    reading.symbol |= 1 << bit;
    readings.set(key, reading);
  });
  return [...readings.values()];
};

/** What depends on the kind of a rule. */
type Automaton = Pick<
  CompiledInvariant,
  "read" | "join" | "step" | "wait" | "owes" | "renamed" | "remembers" | "textOf" | "size"
>;

const compileAudience = (
  { id, place, nouns, forTheSame }: Invariant,
  audience: (read: Fact) => readonly string[],
): Automaton => {
  const monitor = new AudienceMonitor();
  const named = (fields: Fields, role: string, field: string): string => {
    const name = fields[field];
    if (name !== undefined) return String(name);
    throw new Mistake({
      what: `${id} is confined to an audience, and its noun "${nouns[role]!.says}" names no "${field}"`,
      where: place,
      why: `"whenever" must name the "reader", and "shared" who lets them read ("by") and the "reader"`,
      todo: `add naming: (fact) => ({ ${field}: fact.… }) to that noun`,
    });
  };
  return {
    read: (fact, look) => {
      const read = nouns["whenever"]!.read(fact, look);
      const shared = nouns["shared"]!.read(fact, look);
      const reading = (fields: Fields, symbol: number): Reading => ({
        binding: forTheSame.map((name) => fields[name]),
        symbol,
      });
      const gift = (fields: Fields): AudienceEvent => ({
        by: named(fields, "shared", "by"),
        reader: named(fields, "shared", "reader"),
      });
      const reach = (fields: Fields): AudienceEvent => ({
        read: named(fields, "whenever", "reader"),
        audience: audience(fact),
      });
      return [
        ...(shared ? [reading(shared, monitor.symbolOf(gift(shared)))] : []),
        ...(read ? [reading(read, monitor.symbolOf(reach(read)))] : []),
      ];
    },
    join: (left, right) => monitor.join(left, right),
    step: (state, symbol) => monitor.step(state, symbol),
    wait: (state) => monitor.wait(state),
    owes: () => false,
    renamed: {
      state: (state, rename) => monitor.renamed(state, rename),
      symbol: (symbol, rename) => monitor.renamedSymbol(symbol, rename),
    },
    ...statesOf(monitor),
  };
};
