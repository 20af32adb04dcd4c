import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FormulaMonitor } from "../../src/promise/formula-monitor.ts";
import {
  and,
  earlier,
  not,
  once,
  onceWithin,
  or,
  proposition,
  since,
  sinceAtLeast,
  yes,
  type Formula,
  type Temporal,
} from "../../src/promise/formula.ts";
import {
  judge,
  nextState,
  Said,
  vocabulary,
  type Invariant,
  type TraceEntry,
} from "../../src/promise/index.ts";
import type { FormulaRule } from "../../src/promise/rule.ts";

const names = ["a", "b", "c"];
const duration = fc.nat({ max: 5 });

const { formula, temporal } = fc.letrec<{ formula: Formula; temporal: Temporal }>((tie) => ({
  formula: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Formula>(yes, ...names.map(proposition)),
    tie("formula").map(not),
    fc.tuple(tie("formula"), tie("formula")).map(([left, right]) => and(left, right)),
    fc.tuple(tie("formula"), tie("formula")).map(([left, right]) => or(left, right)),
    tie("temporal"),
    tie("temporal").map(earlier),
  ),
  temporal: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(...names.map((name) => once(proposition(name)))),
    tie("formula").map(once),
    fc.tuple(tie("formula"), tie("formula")).map(([held, trigger]) => since(held, trigger)),
    fc
      .tuple(duration, tie("formula"), tie("formula"))
      .map(([least, held, trigger]) => sinceAtLeast(least, held, trigger)),
    fc.tuple(duration, tie("formula")).map(([most, of]) => onceWithin(most, of)),
  ),
}));

/** A set of propositions that one fact makes true, or time passing. */
const moment = fc.oneof(
  { weight: 3, arbitrary: fc.record({ makes: fc.subarray(names) }) },
  { weight: 1, arbitrary: fc.record({ elapsed: fc.integer({ min: 1, max: 4 }) }) },
);

const { noun } = vocabulary<Record<string, { a: boolean; b: boolean; c: boolean }>>();
const nouns = Object.fromEntries(
  names.map((name) => [
    name,
    noun({ of: "moment", says: name, when: (fact) => fact[name as "a"] }),
  ]),
);

const invariantOf = (rule: FormulaRule): Invariant => ({
  id: "F1",
  pattern: "always",
  says: "whatever the formula says",
  nouns,
  forTheSame: [],
  duration: 0,
  rule,
  place: undefined,
});

test("a monitor says at every moment what the definition of its formulas says", () => {
  const met = { violated: 0, owed: 0, kept: 0 };
  fc.assert(
    fc.property(
      fc.record({ tested: formula, violated: formula, owed: temporal, witnessed: temporal }),
      fc.array(moment, { minLength: 1, maxLength: 7 }),
      (formulas, moments) => {
        const rule: FormulaRule = { kind: "formula", ...formulas };
        const monitor = new FormulaMonitor(rule, names);
        const trace = moments.map((one): TraceEntry =>
          "elapsed" in one
            ? one
            : {
                fact: {
                  type: "moment",
                  ...Object.fromEntries(names.map((name) => [name, one.makes.includes(name)])),
                },
                look: () => expect.fail("nothing looks"),
              },
        );
        const expected = judge(invariantOf(rule), trace, "quiescent");
        let state = 0;
        let tested = 0;
        let witnessed = false;
        const broken: (number | "end")[] = [];
        moments.forEach((one, at) => {
          const answer =
            "elapsed" in one
              ? monitor.wait(state, one.elapsed)
              : monitor.step(
                  state,
                  one.makes.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0),
                );
          state = nextState(answer);
          if (answer & Said.tested) tested++;
          if (answer & Said.violated) broken.push(at);
          if (answer & Said.witnessed) witnessed = true;
        });
        if (monitor.owes(state)) broken.push("end");
        expect(broken).toEqual(expected.violations.map(({ at }) => at));
        expect(tested).toBe(expected.tested);
        expect(witnessed).toBe(expected.witnessed);
        if (broken.includes("end")) met.owed++;
        if (broken.length > 0) met.violated++;
        else met.kept++;
      },
    ),
    { numRuns: 6000, seed: 1 },
  );
  for (const [what, count] of Object.entries(met)) expect(count, what).toBeGreaterThan(500);
});
