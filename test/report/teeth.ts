import type { KnownMutant, Teeth } from "../../src/report/index.ts";

/** A mutant of some kind of break, which one invariant noticed unless something else is said of it. */
export const mutantOf = (
  operator: string,
  at: number,
  changed: Partial<KnownMutant> = {},
): KnownMutant => ({
  name: `person: ${operator} door user.look ${at}`,
  operator,
  part: "person",
  spot: { state: "door", when: "user.look", what: "mayLook" },
  at: `models/person.ts:${at}`,
  diff: [`- door user.look: { guard: "mayLook", actions: ["peep"] }`, "+ door user.look: {}"],
  outcome: "killed",
  ...changed,
});

/** What is known of a version by these mutants; every figure is made of them. */
export const teethOf = (
  mutants: readonly KnownMutant[],
  invariants: readonly string[],
  changed: Partial<Teeth> = {},
): Teeth => {
  const generic = mutants.filter(({ operator }) => operator !== "sabotage");
  const count = (...outcomes: readonly string[]): number =>
    generic.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [killed, survived] = [count("killed", "reported"), count("survived", "unreached")];
  const percent = Math.floor((100 * killed) / Math.max(1, killed + survived));
  const bounds = { states: 100, faulty: 50, runs: 10 };
  const noticed = (id: string): readonly KnownMutant[] =>
    mutants.filter(({ kills = [] }) => kills.some(({ by }) => by === id));
  return {
    models: "",
    declared: "",
    effort: { survey: bounds, first: bounds, second: bounds },
    complete: true,
    untried: [],
    generic: {
      all: generic.length,
      killed,
      survived,
      percent,
      reported: count("reported"),
      same: count("same"),
      alike: count("alike"),
      refused: count("refused"),
      unreached: count("unreached"),
    },
    sabotages: { all: mutants.length - generic.length, noticed: mutants.length - generic.length },
    invariants: Object.fromEntries(
      invariants.map((id) => [
        id,
        {
          killed: noticed(id).length,
          survived: generic.filter(
            ({ outcome, tested = [] }) => outcome === "survived" && tested.includes(id),
          ).length,
          sabotages: noticed(id).filter(({ operator }) => operator === "sabotage").length,
          with: [],
        },
      ]),
    ),
    parts: { person: { killed, survived, percent } },
    unasked: [],
    toothless: invariants.filter((id) => noticed(id).length === 0),
    survivors: Object.fromEntries(
      generic
        .filter(({ outcome }) => outcome === "survived" || outcome === "unreached")
        .map(({ name }) => [name, ""]),
    ),
    unnoticed: {},
    mutants,
    ...changed,
  };
};
