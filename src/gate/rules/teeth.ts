import { type Compared, type Outcome, type Rule, versionsIn } from "../rule.ts";
import type { Teeth } from "../../report/index.ts";

/** A promise that would catch nothing says nothing. */
export const teeth: Rule = {
  id: "teeth",
  says: "Every invariant is known to catch something, and of every mutant that none catches it is said why",
  todo: "Try mutants again: sealcheck mutate. Promise more, play more, or say below models/mutants why a mutant may survive; commit mutants.json.",
  judge: (compared) => {
    const { protocols } = compared.teeth;
    const known = Object.entries(protocols);
    if (known.length === 0) return nothingKnown(compared);
    return {
      wrong: known.flatMap(([name, one]) => [
        ...ageOf(name, one, compared),
        ...faultsIn(name, one),
        ...newIn(name, one, compared),
      ]),
      noted: known.map(([name, one]) => scoreOf(name, one)),
    };
  },
};

/** Whoever declares sabotage has to show what became of it; to everybody else it is said what is not known. */
const nothingKnown = ({ declared }: Compared): Partial<Outcome> => {
  const told =
    "nobody knows what the promises would catch: sealcheck mutate tells, and writes it to mutants.json beside the acceptances";
  return declared === "" ? { noted: [told] } : { wrong: [told] };
};

const ageOf = (name: string, { models, declared }: Teeth, compared: Compared): string[] => [
  ...(models === compared.said
    ? []
    : [`mutants of ${name} were tried on other models: sealcheck mutate --protocol ${name}`]),
  ...(declared === compared.declared
    ? []
    : [`sabotages or accepted survivors have changed since mutants of ${name} were tried`]),
];

const faultsIn = (name: string, { toothless, survivors, unnoticed }: Teeth): string[] => [
  ...toothless.map((id) => `${id} is toothless: no mutant of ${name} breaks it`),
  ...Object.entries(unnoticed).map(
    ([sabotage, missed]) => `${sabotage} of ${name} is not noticed by ${missed.join(", ")}`,
  ),
  ...Object.entries(survivors)
    .filter(([, because]) => because.trim() === "")
    .map(([mutant]) => `nobody notices this mutant of ${name}, and nobody says why: ${mutant}`),
];

/** Invariants that something under a version puts to the test and that were never put before its mutants. */
const newIn = (name: string, { invariants }: Teeth, { run }: Compared): string[] => {
  const version = versionsIn(run).find((one) => one.name === name);
  if (!version) return [`mutants were made of ${name}, which no scenario is played under any more`];
  const single = new Set(
    run.promises.flatMap((promise) =>
      promise.invariants
        .filter(({ pattern }) => pattern !== "indistinguishable")
        .map(({ id }) => id),
    ),
  );
  return version.invariants
    .filter(({ id, verdict }) => !asksNothing.has(verdict) && single.has(id))
    .filter(({ id }) => !(id in invariants))
    .map(({ id }) => `${id} was never put before mutants of ${name}`);
};

const asksNothing: ReadonlySet<string> = new Set(["notApplicable", "untested"]);

const scoreOf = (name: string, { generic, sabotages }: Teeth): string => {
  const { killed, survived, percent } = generic;
  return `of ${killed + survived} mutants of ${name} ${percent} % are noticed, and ${sabotages.noticed} of ${sabotages.all} sabotages`;
};
