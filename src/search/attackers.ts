import { powersOf, restricted, type Adversary } from "../world/index.ts";
import { exhaust } from "./exhaustive/exhaust.ts";
import type { Counterexample } from "./result.ts";
import { adversariesOf, attackedBy, underName, type Task } from "./task.ts";

/** Larger sets of powers are not tried one by one. */
const sizeMost = 3;

/** Powers without any of which a promise holds that breaks with all of them, and how. */
export interface MinimalSet {
  readonly powers: readonly string[];
  readonly witness: Counterexample;
}

/** What an adversary does to an invariant that holds without them. */
export interface Threat {
  readonly invariant: string;
  readonly adversary: string;
  /** Smallest first; empty if it takes more powers than were tried one by one. */
  readonly sets: readonly MinimalSet[];
  /** With all powers. */
  readonly witness: Counterexample;
  /** Whether some adversary below this one in the lattice breaks it as well. */
  readonly already: boolean;
  /** Whether the scenario says that it breaks. */
  readonly permitted: boolean;
}

/** What the adversaries of one task do. */
export interface Attackers {
  readonly scenario: string;
  readonly protocol: string;
  readonly threats: readonly Threat[];
  /** What a scenario says that an adversary breaks, and they do not. */
  readonly unused: readonly { readonly invariant: string; readonly adversary: string }[];
  /** Adversaries whose searches were stopped before everything was visited. */
  readonly stopped: readonly string[];
}

/** Which adversaries of a task break which of its promises, and by which of their powers; each break is confirmed. */
export const attackersOf = (
  task: Task,
  { states, only }: { readonly states: number; readonly only?: string | undefined },
): Attackers => {
  const adversaries = adversariesOf(task).filter(({ name }) => only === undefined || name === only);
  const visit = (attacked: Task): Visited => visited(attacked, states);
  const without = visit(task);
  const ordered = inOrder(adversaries);
  const full = new Map(ordered.map((one) => [one.name, visit(attackedBy(task, one.name))]));
  const breaks = (name: string): readonly string[] => [...full.get(name)!.broken.keys()];
  const expects = (name: string): Task["scenario"]["expects"][string] =>
    task.scenario.expects[underName(task.protocol.name, name)] ?? {};
  const threats = ordered.flatMap((one): Threat[] => {
    const added = breaks(one.name).filter((id) => !without.broken.has(id));
    const sets = minimalSets(task, one, added, visit);
    return added.map((invariant) => ({
      invariant,
      adversary: one.name,
      sets: sets.get(invariant) ?? [],
      witness: full.get(one.name)!.broken.get(invariant)!,
      already: below(adversaries, one).some((name) => breaks(name).includes(invariant)),
      permitted: expects(one.name)[invariant]?.expects === "breaks",
    }));
  });
  const unused = ordered.flatMap(({ name }) =>
    Object.entries(expects(name)).flatMap(([invariant, { expects: wanted }]) =>
      wanted === "breaks" && !full.get(name)!.stopped && !breaks(name).includes(invariant)
        ? [{ invariant, adversary: name }]
        : [],
    ),
  );
  return {
    scenario: task.scenarioName,
    protocol: task.protocol.name,
    threats,
    unused,
    stopped: ordered.flatMap(({ name }) => (full.get(name)!.stopped ? [name] : [])),
  };
};

/** What a search broke, the shortest story of each invariant; and whether it was stopped. */
interface Visited {
  readonly broken: ReadonlyMap<string, Counterexample>;
  readonly stopped: boolean;
}

const visited = (task: Task, most: number): Visited => {
  const { counterexamples, exhaustion } = exhaust(task, {
    together: false,
    symmetry: true,
    watch: ({ states }) => (states >= most ? "states" : undefined),
  });
  const broken = new Map<string, Counterexample>();
  for (const found of counterexamples) {
    const known = broken.get(found.invariant);
    if (!known || found.steps.length < known.steps.length) broken.set(found.invariant, found);
  }
  return { broken, stopped: exhaustion?.stopped !== undefined };
};

/** Sets of powers by size; none that contains one by which the same broke already. */
const minimalSets = (
  task: Task,
  one: Adversary,
  invariants: readonly string[],
  visit: (attacked: Task) => Visited,
): ReadonlyMap<string, readonly MinimalSet[]> => {
  const found = new Map(invariants.map((id) => [id, [] as MinimalSet[]]));
  const powers = powersOf(one);
  for (let size = 0; size <= Math.min(sizeMost, powers.length); size++)
    for (const chosen of subsets(powers, size)) {
      const open = invariants.filter(
        (id) => !found.get(id)!.some((set) => set.powers.every((power) => chosen.includes(power))),
      );
      if (open.length === 0) continue;
      const { broken } = visit(attackedBy(withPowers(task, one, chosen), one.name));
      for (const id of open) {
        const witness = broken.get(id);
        if (witness) found.get(id)!.push({ powers: chosen, witness });
      }
    }
  return found;
};

const withPowers = (task: Task, one: Adversary, powers: readonly string[]): Task => ({
  ...task,
  protocol: {
    ...task.protocol,
    compose: (cast) => {
      const composition = task.protocol.compose(cast);
      return {
        ...composition,
        adversaries: composition.adversaries.map((each) =>
          each.name === one.name ? restricted(each, powers) : each,
        ),
      };
    },
  },
});

function* subsets(powers: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) return yield [];
  for (const [at, first] of powers.entries())
    for (const rest of subsets(powers.slice(at + 1), size - 1)) yield [first, ...rest];
}

/** All adversaries below one, near or far. */
const below = (adversaries: readonly Adversary[], { above }: Adversary): readonly string[] =>
  above.flatMap((name) => {
    const one = adversaries.find((each) => each.name === name);
    return one ? [name, ...below(adversaries, one)] : [];
  });

/** Whoever is below comes first; else by name. */
const inOrder = (adversaries: readonly Adversary[]): readonly Adversary[] =>
  adversaries.toSorted(
    (left, right) =>
      below(adversaries, left).length - below(adversaries, right).length ||
      (left.name < right.name ? -1 : 1),
  );
