import * as fc from "fast-check";
import {
  always,
  atMostOnce,
  before,
  confined,
  either,
  leadsTo,
  never,
  notBefore,
  possible,
  since,
  vocabulary,
  within,
  type Invariant,
  type Noun,
} from "../../src/promise/index.ts";
import type { Domains, Entry } from "./watch.ts";

const types = ["p", "q", "r", "s"] as const;
type Fields = { n: number; person?: string; thing?: string; by: string; reader: string };
const { noun } = vocabulary<Record<(typeof types)[number], Fields>>();

const people = ["ana", "bob", "cyd", "a\nb"] as const;
export const domains: Domains = { person: ["ana", "bob"], thing: ["key", "lock"] };

let named = 0;
const plain = fc
  .record({
    of: fc.subarray([...types], { minLength: 1, maxLength: 2 }),
    when: fc.option(fc.nat({ max: 1 })),
    swapped: fc.boolean(),
  })
  .map(({ of, when, swapped }): Noun =>
    noun({
      of,
      says: `clause number ${++named} applies`,
      when: (fact) => when === null || fact.n === when,
      naming: (fact) => (swapped ? { by: fact.reader, reader: fact.by } : {}),
    }),
  );
const nouns = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 1, arbitrary: fc.tuple(plain, plain).map(([first, second]) => either(first, second)) },
);
const maybe = fc.option(nouns, { nil: undefined });

/** Leaves out what is undefined, as somebody who writes a promise does. */
const given = <Value>(values: Readonly<Record<string, Value | undefined>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** The ten patterns, filled in at random; numbers are durations. */
const patterns = {
  never: (a: Noun, b: Noun, c?: Noun, d?: Noun) =>
    never({ ...common, what: a, outOf: b, ...given({ after: c, until: c && d }) }),
  always: (a: Noun, b: Noun) => always({ ...common, whenever: a, holds: b }),
  before: (a: Noun, b: Noun, c?: Noun) =>
    before({ ...common, whenever: a, mustAlready: b, ...given({ unless: c }) }),
  since: (a: Noun, b: Noun, c?: Noun, d?: Noun) =>
    since({ ...common, whenever: a, mustAlready: b, since: c ?? a, ...given({ unless: d }) }),
  atMostOnce: (a: Noun, _b: Noun, c?: Noun, d?: Noun) =>
    atMostOnce({ ...common, what: a, ...given({ per: c, unless: d }) }),
  within: (a: Noun, b: Noun, c: Noun | undefined, _d: unknown, duration: number) =>
    within({ ...common, whenever: a, mustFollow: b, within: duration, ...given({ unless: c }) }),
  notBefore: (a: Noun, b: Noun, c: Noun | undefined, _d: unknown, duration: number) =>
    notBefore({ ...common, what: a, after: b, atLeast: duration, ...given({ unless: c }) }),
  leadsTo: (a: Noun, b: Noun, c?: Noun) =>
    leadsTo({ ...common, whenever: a, mustFollow: b, ...given({ unless: c }) }),
  possible: (a: Noun) => possible({ ...common, what: a }),
  confined: (a: Noun, b: Noun) =>
    confined({
      ...common,
      whenever: a,
      shared: b,
      audience: (read) => (read["n"] === 0 ? ["ana"] : ["ana", "bob"]),
    }),
};
const common = { says: "it is as it should be" };

export type PatternName = keyof typeof patterns;
export const patternNames = Object.keys(patterns) as PatternName[];

/** A random invariant of one pattern, asked for the same person, thing, both or neither. */
export const invariants = (name: PatternName): fc.Arbitrary<Invariant> =>
  fc
    .tuple(
      nouns,
      nouns,
      maybe,
      maybe,
      fc.nat({ max: 6 }),
      fc.subarray(["person", "thing"] as const),
    )
    .map(([a, b, c, d, duration, forTheSame]) => ({
      ...patterns[name](a, b, c, d, duration),
      forTheSame,
      id: "T1",
    }));

const facts = (open: boolean): fc.Arbitrary<Entry> => {
  const value = (name: string) => {
    const named = fc.constantFrom(...domains[name]!);
    return open ? fc.option(named, { nil: undefined, freq: 3 }) : named;
  };
  return fc
    .record({
      type: fc.constantFrom(...types),
      n: fc.nat({ max: 1 }),
      person: value("person"),
      thing: value("thing"),
      by: fc.constantFrom(...people),
      reader: fc.constantFrom(...people),
    })
    .map((fact) => given<string | number>(fact) as unknown as Entry);
};

/** Facts and time passing. With `open`, facts may leave the person or the thing open, and so concern all of them. */
export const traces = (open: boolean): fc.Arbitrary<Entry[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: facts(open) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
    ),
    { maxLength: 10 },
  );
