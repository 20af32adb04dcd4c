import { placeOfKeys } from "../machine/index.ts";
import type { Place } from "../mistake.ts";
import type { Fact } from "../promise/index.ts";
import type { LiveWorld } from "../world/index.ts";
import { causeId } from "./cause-id.ts";
import { chosen } from "./deeds.ts";
import { footprintOf, type Footprint } from "./footprint.ts";
import type { Counterexample } from "./result.ts";
import { does, stepLabel } from "./step-label.ts";
import { liveWorldOf, type Task } from "./task.ts";

/** Why an invariant breaks, told apart from other reasons, and where in the models. */
export interface Cause {
  /** The same for the same cause. */
  readonly id: string;
  /**
   * The steps without which it would not break, each by the transitions that were taken in it. Two traces with equal
   * steps have one cause, however often each comes. Names of states and files have no part in it, nor who of several acted, nor the order of
   * steps that do not concern each other.
   */
  readonly steps: readonly string[];
  /** The transition that brought about what breaks it. */
  readonly by: Blamed | undefined;
}

/** A transition that is to blame. */
export interface Blamed {
  /** The kind of part. */
  readonly part: string;
  readonly transition: string;
  readonly place: Place | undefined;
}

type Broken = Pick<Counterexample, "invariant" | "binding" | "steps" | "brokenAt" | "fact">;

/** The cause of a break, and the steps (from 1) of its story that belong to it; the others could have been otherwise. */
export interface Caused {
  readonly cause: Cause;
  readonly mattered: readonly number[];
}

/**
 * The cause of a break that live actors have confirmed, by a backward slice of its story ("Dynamic Program Slicing",
 * Agrawal and Horgan, PLDI 1990).
 */
export const causeOf = (task: Task, broken: Broken): Caused => {
  const world = liveWorldOf(task);
  const prints = broken.steps.map(({ move }) => footprintOf(world, move));
  return causeAmong(task, broken, world, prints);
};

/** The same from what each step has left behind; the world gives the names of parts. */
export const causeAmong = (
  task: Task,
  broken: Broken,
  world: LiveWorld,
  prints: readonly Footprint[],
): Caused => {
  const concerning = concernsOf(task, broken);
  const readers = readersIn(world, prints, broken.fact);
  const touched = prints.map((print) => touchedBy(print, readers, concerning));
  const slice =
    typeof broken.brokenAt === "number"
      ? leadingTo(touched, [broken.brokenAt - 1])
      : leadingTo(touched, [
          ...prints.flatMap(({ facts }, at) => (facts.some(concerning) ? [at] : [])),
          ...chosenAt(prints),
        ]);
  const steps = inNormalForm(
    slice.map((at) => ({ label: stepLabel(world, prints[at]!), touched: touched[at]! })),
  );
  return {
    cause: {
      id: causeId(broken.invariant, steps),
      steps,
      by: blamed(world, prints, broken),
    },
    mattered: slice.map((at) => at + 1),
  };
};

/** Whether a fact is one that the invariant asks about, for the binding that broke. */
const concernsOf = (task: Task, { invariant, binding }: Broken): ((fact: Fact) => boolean) => {
  const { nouns } = task.promises
    .flatMap(({ invariants }) => invariants)
    .find(({ id }) => id === invariant)!;
  const types = new Set(Object.values(nouns).flatMap(({ of }) => of));
  return (fact) =>
    types.has(fact.type) &&
    Object.entries(binding).every(([name, value]) => !(name in fact) || fact[name] === value);
};

const verdict = "verdict";

/** Whose knowledge matters: that of whoever reads in the end, and that of an adversary who made something up. */
const readersIn = (
  { adversary }: LiveWorld,
  prints: readonly Footprint[],
  fact: Fact | undefined,
): ReadonlySet<string> => {
  const makesUp = prints.some(({ move }) => move.startsWith("inject "));
  const readers = [fact?.["by"], makesUp ? adversary?.coalition : undefined];
  return new Set(readers.map((reader) => `knowledge of ${reader}`));
};

/** What a step has to do with as far as this break goes: of what is known only what matters, and the verdict itself. */
const touchedBy = (
  { touched, facts }: Footprint,
  readers: ReadonlySet<string>,
  concerning: (fact: Fact) => boolean,
): ReadonlySet<string> =>
  new Set([
    ...[...touched].filter((one) => !one.startsWith("knowledge of ") || readers.has(one)),
    ...(facts.some(concerning) ? [verdict] : []),
  ]);

/** Steps that somebody or some fault chose: a minimal trace has none that does not matter. */
const chosenAt = (prints: readonly Footprint[]): number[] =>
  prints.flatMap(({ move }, at) => (chosen([move]).length > 0 ? [at] : []));

/** The steps that some of them hang on, these included, in order. */
const leadingTo = (
  touched: readonly ReadonlySet<string>[],
  wanted: readonly number[],
): number[] => {
  let needed: ReadonlySet<string> = new Set();
  const slice: number[] = [];
  for (let at = touched.length - 1; at >= 0; at--) {
    if (!wanted.includes(at) && needed.isDisjointFrom(touched[at]!)) continue;
    needed = needed.union(touched[at]!);
    slice.unshift(at);
  }
  return slice;
};

interface Labelled {
  readonly label: string;
  readonly touched: ReadonlySet<string>;
}

/**
 * The labels in the one order that stands for all in which these steps can come: of those whose forerunners have all
 * come, the first in the alphabet is next (the lexicographic normal form of a Mazurkiewicz trace: Anisimov and Knuth,
 * "Inhomogeneous Sorting", 1979).
 */
const inNormalForm = (steps: readonly Labelled[]): string[] => {
  const left = new Set(steps.keys());
  const ordered: string[] = [];
  while (left.size > 0) {
    const ready = [...left].filter((at) =>
      [...left].every(
        (before) => before >= at || steps[before]!.touched.isDisjointFrom(steps[at]!.touched),
      ),
    );
    const next = ready.reduce((best, at) => (steps[at]!.label < steps[best]!.label ? at : best));
    left.delete(next);
    ordered.push(steps[next]!.label);
  }
  return ordered;
};

/** Which transition brought about the breaking fact; where no fact does, the last one that was taken. */
const blamed = (
  world: LiveWorld,
  prints: readonly Footprint[],
  { brokenAt, fact }: Broken,
): Blamed | undefined => {
  const last = typeof brokenAt === "number" ? brokenAt - 1 : prints.length - 1;
  const breaking = prints[last];
  const sender =
    fact?.type === "learned" && breaking ? senderOf(world, prints, breaking) : undefined;
  const acting = [
    ...(sender ? [sender] : []),
    ...(breaking?.acted.filter(({ part }) => states(world, part, fact)) ?? []),
    ...prints
      .slice(0, last + 1)
      .toReversed()
      .flatMap(({ acted }) => acted),
  ];
  const [first] = acting;
  const taken = first?.took.findLast(({ sign }) => does(sign)) ?? first?.took.at(-1);
  if (!first || !taken) return undefined;
  const { kind } = world.members.get(first.part)!.part;
  return {
    part: kind.kind,
    transition: taken.name,
    place: placeOfKeys(kind.place, taken.keys, kind.machine.id),
  };
};

/** Who put the message under way that arrives in this step. */
const senderOf = (world: LiveWorld, prints: readonly Footprint[], { gone }: Footprint) => {
  for (const { sent, acted } of prints)
    for (const item of gone) {
      if (!sent.includes(item)) continue;
      const wires = ({ part }: { readonly part: string }): boolean => sends(world, part);
      return acted.findLast(wires) ?? acted.at(-1);
    }
  return undefined;
};

const rulesOf = (world: LiveWorld, part: string) =>
  Object.values(world.members.get(part)!.part.kind.emits ?? {}).flat();

const sends = (world: LiveWorld, part: string): boolean =>
  rulesOf(world, part).some(({ rule }) => rule === "send");

/** Whether the wiring of a part can bring such a fact about. */
const states = (world: LiveWorld, part: string, fact: Fact | undefined): boolean =>
  fact !== undefined &&
  rulesOf(world, part).some((effect) =>
    effect.rule === "fact" ? effect.type === fact.type : factsOfRules[effect.rule] === fact.type,
  );

/** What the engine states because of a rule. */
const factsOfRules: Readonly<Record<string, string>> = {
  learn: "learned",
  keep: "stored",
  erase: "erased",
  purge: "erased",
  disclose: "disclosed",
};
