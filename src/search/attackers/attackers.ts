import type { Adversary } from "../../world/index.ts";
import type { AttackAsk, Visited } from "./attack-ask.ts";
import { elementsOf, usedIn, type Element } from "./elements.ts";
import { goalId, isAboutReading, permits, type Goal } from "./goals.ts";
import { minimalSets, type Minimal } from "./minimal-sets.ts";
import type { Counterexample } from "../result.ts";
import {
  adversariesOf,
  attackedBy,
  compositionOf,
  invariantsAbout,
  invariantsOf,
  relationsOf,
  underName,
  type Task,
} from "../task.ts";

/** Elements without any of which something does not come about that does with all of them, and how. */
export interface Enough {
  readonly elements: readonly Element[];
  readonly witness: Counterexample;
  /** Whether all that is less was searched completely; else one of them may be needless. */
  readonly minimal: boolean;
}

/** How an invariant comes to break, or how somebody comes to read what it speaks of. */
export interface Way {
  readonly invariant: string;
  /** Whose capabilities are among the elements; undefined where nobody attacks. */
  readonly adversary: string | undefined;
  /** Who comes to read, where nothing breaks; undefined where the invariant breaks. */
  readonly reader: string | undefined;
  /** Smallest first. */
  readonly sets: readonly Enough[];
  /** Whether some adversary below this one in the lattice does it as well. */
  readonly already: boolean;
  /** Who permits it: the promise itself, by what it says; or the scenario, which names the break. */
  readonly permittedBy: "promise" | "scenario" | undefined;
}

/** Something that is permitted and does not come about. */
export interface Unused {
  readonly invariant: string;
  readonly adversary: string | undefined;
  /** Who may read since somebody lets them; undefined where the scenario names a break. */
  readonly reader: string | undefined;
}

/** What the adversaries of one task do, and what they do not need to do, since people let them. */
export interface Attackers {
  readonly scenario: string;
  readonly protocol: string;
  readonly ways: readonly Way[];
  readonly unused: readonly Unused[];
  /** Adversaries, or "nobody", of whom not everything was searched. */
  readonly stopped: readonly string[];
}

type Searching<Result> = Generator<readonly AttackAsk[], Result, readonly Visited[]>;

/** What one adversary can bring about, or nobody. */
interface Reached {
  readonly adversary: string | undefined;
  readonly elements: ReadonlyMap<string, Element>;
  /** By their ids, as what was found. */
  readonly goals: ReadonlyMap<string, Goal>;
  readonly found: ReadonlyMap<string, Minimal<Counterexample>>;
}

/**
 * Which adversaries of a task break which of its promises, and by which of their capabilities and of what people do: all
 * minimal sets, each with a confirmed witness; and who comes to read without breaking anything.
 * Says what is to be searched, much of it at a time, and goes on with what was found.
 */
export function* attackersOf(task: Task, only?: string): Searching<Attackers> {
  const adversaries = inOrder(
    adversariesOf(task).filter(({ name }) => only === undefined || name === only),
  );
  const nobody = yield* reachedBy(task, undefined, undefined);
  const reached = yield* together(adversaries.map((one) => reachedBy(task, one, nobody)));
  const all = [nobody, ...reached];
  const lattice = new Map(
    adversaries.map((one) => [one.name, reachedBelow(adversaries, one, reached)]),
  );
  return {
    scenario: task.scenarioName,
    protocol: task.protocol.name,
    ways: all.flatMap((each) => waysOf(task, each, lattice.get(each.adversary ?? ""))),
    unused: all.flatMap((each) => unusedOf(task, each, nobody)),
    stopped: all.flatMap(({ adversary = "nobody", found }) =>
      [...found.values()].some(isUnsure) ? [adversary] : [],
    ),
  };
}

/** The same, with one search after the other. */
export const attackersInTurn = (
  task: Task,
  visit: (ask: AttackAsk) => Visited,
  only?: string,
): Attackers => {
  const searching = attackersOf(task, only);
  let step = searching.next();
  while (!step.done) step = searching.next(step.value.map(visit));
  return step.value;
};

/** Several searches side by side: whatever they ask is asked at a time. */
function* together<Result>(searches: readonly Searching<Result>[]): Searching<Result[]> {
  const steps = searches.map((search) => search.next());
  for (;;) {
    const waiting = steps.flatMap((step, at) => (step.done ? [] : [{ at, asks: step.value }]));
    if (waiting.length === 0) return steps.map(({ value }) => value as Result);
    const answers = yield waiting.flatMap(({ asks }) => asks);
    let from = 0;
    for (const { at, asks } of waiting) {
      steps[at] = searches[at]!.next(answers.slice(from, from + asks.length));
      from += asks.length;
    }
  }
}

/** Whether there may be more than was found, or less may be enough. */
const isUnsure = ({ complete, sets }: Minimal<Counterexample>): boolean =>
  !complete || sets.some(({ minimal }) => !minimal);

function* reachedBy(
  task: Task,
  one: Adversary | undefined,
  nobody: Reached | undefined,
): Searching<Reached> {
  const elements = elementsOf(task, one);
  const goals = new Map(goalsOf(task, one).map((goal) => [goalId(goal), goal]));
  const known = new Map(
    [...(nobody?.found ?? [])].map(([id, { sets }]) => [id, sets.map((set) => set.elements)]),
  );
  const searching = minimalSets<Counterexample>({
    elements: [...elements.keys()],
    goals: [...goals.keys()],
    known,
    uses: ({ steps }) =>
      usedIn(
        task,
        elements,
        steps.map(({ move }) => move),
      ),
  });
  let step = searching.next();
  while (!step.done) {
    const visited: readonly Visited[] = yield step.value.map((ask) => ({
      adversary: one?.name,
      elements: ask.elements,
      goals: ask.goals.map((id) => goals.get(id)!),
    }));
    step = searching.next(visited.map(({ came, complete }) => ({ came: new Map(came), complete })));
  }
  return { adversary: one?.name, elements, goals, found: step.value };
}

/** What is asked of one adversary, or of nobody: who lets others read has nothing to do with adversaries. */
const goalsOf = (task: Task, one: Adversary | undefined): readonly Goal[] => {
  const about = invariantsAbout(task);
  const single = invariantsOf(task.promises);
  const compared = relationsOf(task.promises).filter(({ id }) => about.has(id));
  const readers = one ? [one.coalition] : compositionOf(task).coalitions.map(({ name }) => name);
  const ofReaders = (of: Goal["of"], invariants: typeof single): Goal[] =>
    invariants.flatMap(({ id }) => readers.map((reader) => ({ of, invariant: id, reader })));
  const permitting = single.filter((each) => permits(each) && about.has(each.id));
  return [
    ...[...single, ...compared].map(({ id }): Goal => ({ of: "break", invariant: id })),
    ...ofReaders("reading", single.filter(isAboutReading)),
    ...(one ? [] : ofReaders("permission", permitting)),
  ];
};

const waysOf = (task: Task, reached: Reached, lower: readonly Reached[] = []): readonly Way[] => {
  const { adversary, elements, goals, found } = reached;
  const expects = expectationsOf(task, adversary, true);
  return [...goals].flatMap(([id, { of, invariant, reader }]): Way[] => {
    const { sets } = found.get(id)!;
    const told = of === "break" ? sets : sets.filter((set) => !breaksWith(reached, invariant, set));
    if (of === "permission" || told.length === 0) return [];
    const isNamed = expects[invariant]?.expects === "breaks";
    return [
      {
        invariant,
        adversary,
        reader,
        sets: told.map((set) => ({
          ...set,
          elements: set.elements.map((name) => elements.get(name)!),
        })),
        already: lower.some((other) => other.found.get(id)!.sets.length > 0),
        permittedBy: of === "reading" ? "promise" : isNamed ? "scenario" : undefined,
      },
    ];
  });
};

/** Whether an invariant breaks with the elements of a set, or with some of them. */
const breaksWith = (
  { found }: Reached,
  invariant: string,
  { elements }: { readonly elements: readonly string[] },
): boolean =>
  found.get(invariant)!.sets.some((set) => set.elements.every((one) => elements.includes(one)));

const unusedOf = (
  task: Task,
  { adversary, goals, found }: Reached,
  nobody: Reached,
): readonly Unused[] => {
  /** Whether it is certain that something does not come about, with an adversary or without. */
  const isImpossible = (id: string): boolean =>
    (found.get(id)?.complete ?? false) &&
    [found, nobody.found].every((each) => (each.get(id)?.sets ?? []).length === 0);
  const expected = Object.entries(expectationsOf(task, adversary, false)).flatMap(
    ([invariant, { expects }]) =>
      expects === "breaks" && isImpossible(invariant)
        ? [{ invariant, adversary, reader: undefined }]
        : [],
  );
  const allowed = [...goals].flatMap(([id, goal]) => {
    const mayRead = goal.of === "permission" && found.get(id)!.sets.length > 0;
    return mayRead && isImpossible(goalId({ ...goal, of: "reading" }))
      ? [{ invariant: goal.invariant, adversary, reader: goal.reader }]
      : [];
  });
  return [...expected, ...allowed];
};

/** What a scenario expects of a task, or of it under an adversary; `inherited`: with what breaks without one. */
const expectationsOf = (
  task: Task,
  adversary: string | undefined,
  inherited: boolean,
): Task["scenario"]["expects"][string] => {
  const { expects } = task.scenario;
  if (adversary === undefined) return expects[task.protocol.name] ?? {};
  if (inherited) {
    const attacked = attackedBy(task, adversary);
    return attacked.scenario.expects[attacked.protocol.name]!;
  }
  return expects[underName(task.protocol.name, adversary)] ?? {};
};

/** All adversaries below one, near or far. */
const below = (adversaries: readonly Adversary[], { above }: Adversary): readonly string[] =>
  above.flatMap((name) => {
    const one = adversaries.find((each) => each.name === name);
    return one ? [name, ...below(adversaries, one)] : [];
  });

const reachedBelow = (
  adversaries: readonly Adversary[],
  one: Adversary,
  reached: readonly Reached[],
): readonly Reached[] => {
  const names = below(adversaries, one);
  return reached.filter(({ adversary }) => adversary !== undefined && names.includes(adversary));
};

/** Whoever is below comes first; else by name. */
const inOrder = (adversaries: readonly Adversary[]): readonly Adversary[] =>
  adversaries.toSorted(
    (left, right) =>
      below(adversaries, left).length - below(adversaries, right).length ||
      (left.name < right.name ? -1 : 1),
  );
