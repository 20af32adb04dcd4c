import * as fc from "fast-check";
import { expect, test } from "vitest";
import { KnowledgeTable, NaiveKnowledge, termById, type Term } from "../../src/term/index.ts";
import { observations, subterms } from "./random-terms.ts";

/** What the textbook says that somebody knows who observed these. */
const naively = (observed: readonly Term[]): NaiveKnowledge => {
  const knowledge = new NaiveKnowledge();
  for (const term of observed) knowledge.observe(term);
  return knowledge;
};

const ids = (terms: readonly Term[]): number[] => terms.map(({ id }) => id);

test("the table knows what the textbook rules say, for thousands of sets of terms", () => {
  const met = { goals: 0, derivable: 0, composed: 0, opened: 0, bodies: 0, parked: 0 };
  // One table for all, as in a search: what earlier sets left behind must not show.
  const table = new KnowledgeTable();
  fc.assert(
    fc.property(observations, ({ pool, observed }) => {
      const state = table.from(ids(observed));
      const naive = naively(observed);
      expect(table.bodies(state).map(termById)).toEqual(naive.bodies());
      expect(table.terms(state)).toEqual(ids(naive.given()).toSorted((a, b) => a - b));
      for (const goal of subterms(...pool)) {
        const derivable = table.derives(state, goal.id);
        if (derivable !== naive.derives(goal))
          expect.fail(`${goal.label} from ${observed.map(({ label }) => label).join("; ")}`);
        met.goals++;
        if (derivable) met.derivable++;
        if (derivable && !table.terms(state).includes(goal.id)) met.composed++;
      }
      const inside = subterms(...observed);
      met.bodies += table.bodies(state).length;
      met.opened += table.terms(state).filter((id) => !observed.includes(termById(id))).length;
      met.parked += [...inside].filter(
        ({ kind, id }) => kind === "body" && !table.bodies(state).includes(id),
      ).length;
    }),
    { numRuns: 8000, seed: 1 },
  );
  // The sets were worth asking about: much follows and much does not, by taking apart and by composing.
  expect(met.derivable).toBeGreaterThan(met.goals / 10);
  expect(met.goals - met.derivable).toBeGreaterThan(met.goals / 10);
  for (const kind of ["composed", "opened", "bodies", "parked"] as const)
    expect(met[kind], kind).toBeGreaterThan(2000);
});

test("the order of learning does not matter, and learning never takes away", () => {
  const table = new KnowledgeTable();
  fc.assert(
    fc.property(
      observations.chain(({ pool, observed }) =>
        fc.record({
          pool: fc.constant(pool),
          observed: fc.constant(observed),
          otherwise: fc.shuffledSubarray([...observed], { minLength: observed.length }),
        }),
      ),
      ({ pool, observed, otherwise }) => {
        const known = (state: number): Term[] =>
          [...subterms(...pool)].filter(({ id }) => table.derives(state, id));
        let state = table.empty;
        let before = known(state);
        for (const { id } of otherwise) {
          const next = table.learn(state, id);
          expect(table.derives(next, id)).toBe(true);
          const gained = table.gained(state, next);
          expect(table.bodies(next).filter((one) => !table.bodies(state).includes(one))).toEqual([
            ...gained,
          ]);
          const after = known(next);
          expect(before.filter((term) => !after.includes(term))).toEqual([]);
          expect(table.learn(next, id)).toBe(next);
          before = after;
          state = next;
        }
        const asObserved = table.from(ids(observed));
        expect(asObserved).toBe(state);
      },
    ),
    { numRuns: 2000, seed: 2 },
  );
});

test("learning what one could make oneself changes nothing", () => {
  const table = new KnowledgeTable();
  fc.assert(
    fc.property(observations, ({ pool, observed }) => {
      const state = table.from(ids(observed));
      for (const { id } of pool)
        if (table.derives(state, id)) expect(table.learn(state, id)).toBe(state);
    }),
    { numRuns: 500, seed: 3 },
  );
});

test("equal knowledge is one state, whatever table it came from last", () => {
  const table = new KnowledgeTable();
  fc.assert(
    fc.property(observations, ({ observed }) => {
      const state = table.from(ids(observed));
      const size = table.size;
      expect(table.from(ids(observed))).toBe(state);
      // Learning all of it again in its analysed form leads to the same analysed form.
      expect(table.from(table.terms(state))).toBe(state);
      expect(new KnowledgeTable().from(ids(observed))).toBeLessThanOrEqual(observed.length);
      expect(size).toBeLessThanOrEqual(table.size);
    }),
    { numRuns: 300, seed: 4 },
  );
});
