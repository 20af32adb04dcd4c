import type { Fact } from "../promise/index.ts";
import type { TraceName } from "../search/index.ts";
import type { RunReport, RunTrace } from "./run.ts";
import { sentence } from "./words.ts";

/**
 * A trace in the Informal Trace Format, which other model checkers write and trace viewers read: a list of states, each
 * a value for every variable (https://apalache-mc.org/docs/adr/015adr-trace.html).
 */
export interface ItfTrace {
  readonly "#meta": Readonly<Record<string, unknown>>;
  readonly vars: readonly string[];
  readonly states: readonly ItfState[];
  /** Index of the state to which the last one leads back. */
  readonly loop?: number;
}

interface ItfState {
  readonly "#meta": { readonly index: number };
  /** The move that led here; empty in the first state. */
  readonly move: string;
  /** What was so because of it, in order. */
  readonly facts: readonly ItfValue[];
  /** The state of every part. */
  readonly parts: ItfMap;
  /** The messages that each coalition can read. */
  readonly readers: ItfMap;
}

type ItfValue =
  | boolean
  | string
  | readonly ItfValue[]
  | { readonly "#bigint": string }
  | { readonly "#unserializable": string }
  | { readonly "#set": readonly ItfValue[] }
  | ItfMap
  | { readonly [field: string]: ItfValue };

interface ItfMap {
  readonly "#map": readonly (readonly [ItfValue, ItfValue])[];
}

/** A trace of a report in ITF: one state before the first move and one after each. */
export const itfOf = (
  { version, modelHash, promises }: Pick<RunReport, "version" | "modelHash" | "promises">,
  trace: RunTrace,
): ItfTrace => {
  const { scenario, protocol, invariant, expected, because, binding, setUp } = trace;
  const says = promises
    .flatMap(({ invariants }) => invariants)
    .find(({ id }) => id === invariant)?.says;
  return {
    "#meta": {
      format: "ITF",
      "format-description": "https://apalache-mc.org/docs/adr/015adr-trace.html",
      description: `${invariant} is broken in ${scenario} under ${protocol}. ${sentence(says ?? "")}`,
      status: "violation",
      tool: `sealcheck ${version}`,
      modelHash,
      scenario,
      protocol,
      invariant,
      expected,
      ...(because === undefined ? {} : { because }),
      binding,
      setUp,
      brokenAt: trace.brokenAt,
    },
    vars: ["move", "facts", "parts", "readers"],
    states: statesOf(trace),
    // The state in which the loop begins is the one before its first move.
    ...(trace.repeatsFrom === undefined ? {} : { loop: trace.repeatsFrom - 1 }),
  };
};

/**
 * The trace that a document of ours tells, or undefined: its names stand in `#meta`, its moves in its states, as the
 * values of the variable `move`.
 */
export const traceInItf = (document: unknown): TraceName | undefined => {
  if (!isRecord(document) || !isRecord(document["#meta"])) return undefined;
  const { scenario, protocol, invariant } = document["#meta"];
  const { states } = document;
  if (!isText(scenario) || !isText(protocol) || !isText(invariant)) return undefined;
  if (!Array.isArray(states) || states.length === 0) return undefined;
  const moves = states.slice(1).map((state: unknown) => (isRecord(state) ? state["move"] : state));
  if (!moves.every(isText)) return undefined;
  const { loop } = document;
  if (loop === undefined) return { scenario, protocol, invariant, moves };
  if (typeof loop !== "number" || !(loop >= 0 && loop < moves.length)) return undefined;
  return { scenario, protocol, invariant, moves, repeatsFrom: loop + 1 };
};

const statesOf = ({ start, steps }: RunTrace): ItfState[] => {
  const parts = new Map(Object.entries(start.parts));
  const readers = new Map(
    Object.entries(start.readers).map(([name, messages]) => [name, new Set(messages)]),
  );
  const state = (index: number, move: string, facts: readonly Fact[]): ItfState => ({
    "#meta": { index },
    move,
    facts: facts.map(factValue),
    parts: { "#map": [...parts] },
    readers: {
      "#map": [...readers].map(([name, messages]) => [name, { "#set": [...messages].toSorted() }]),
    },
  });
  return [
    state(0, "", []),
    ...steps.map(({ move, facts, changes }, at) => {
      for (const { part, to } of changes) parts.set(part, to);
      for (const { type, by, message } of facts)
        if (type === "learned") readers.get(String(by))?.add(String(message));
      return state(at + 1, move, facts);
    }),
  ];
};

const factValue = (fact: Fact): ItfValue =>
  Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, literalValue(value)]));

/** Integers are written as other tools write them, whatever their size; the format has no other numbers. */
const literalValue = (value: Fact[string]): ItfValue => {
  if (typeof value !== "number") return value;
  return Number.isInteger(value)
    ? { "#bigint": String(BigInt(value)) }
    : { "#unserializable": String(value) };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string";
