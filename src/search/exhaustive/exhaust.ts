import {
  Asymmetric,
  forgetTables,
  ignoredIn,
  stirred,
  Symmetry,
  type FaultKind,
  type World,
} from "../../world/index.ts";
import { byCause } from "../by-cause.ts";
import { confirmWitness, Disagreement } from "../confirm.ts";
import { confirmedBreak } from "../confirmed-break.ts";
import { coveredBy, timesIn } from "../covered.ts";
import { curveAfterCurve, thinned } from "../exercise/curve.ts";
import { added, exercisedIn, together } from "../exercise/exercise.ts";
import { explained } from "../explained.ts";
import { exampleBreaks } from "../merge.ts";
import { Random } from "../random.ts";
import { recheck } from "../recheck.ts";
import type {
  Counterexample,
  Covered,
  Difference,
  Exercise,
  Exhaustion,
  Pass,
  SearchOutcome,
  Stopped,
  SymmetryUse,
} from "../result.ts";
import { relateAll, relatedToNothing, withRelated } from "../relational/relate.ts";
import { lackedIn, worldOf, type Task } from "../task.ts";
import { changingSlots } from "./changing-slots.ts";
import { exploring, type Beginning, type Break, type Explorer } from "./explorer.ts";
import { likenessIn, type Likeness } from "./find-symmetry.ts";
import type { Keeping } from "./keeper.ts";
import { KeptStates } from "./kept-states.ts";
import { liveness, type Liveness } from "./liveness.ts";
import { slicesOf, whole } from "./slices.ts";
import { rowIn, snapshotAfter, snapshotOf, type Snapshot } from "./snapshot.ts";
import { wayTo, wayToBreak } from "./way.ts";

/** How an exhaustive search goes about it. */
export interface Exhaustive {
  /** All kinds of fault in one search; otherwise one search for each kind, with no other fault. */
  readonly together: boolean;
  /** One search for each slice of the task: see {@link slicesOf}. Otherwise the whole task. */
  readonly sliced?: boolean;
  /** Whether of states that differ only in interchangeable names, one is visited and stands for all. */
  readonly symmetry?: boolean;
  /**
   * Is shown how far the search is, every few thousand states; answers why it should stop, if it should. May take a
   * snapshot if the search is `noting`.
   */
  readonly watch: (standing: Standing, snapshot: () => Snapshot) => Stopped | undefined;
  /** Is shown the world of each search that has ended, e.g. for the sizes of its tables. */
  readonly ended?: (world: World) => void;
  /** Whether the search notes what a snapshot needs, and numbers states in the same way in any process. */
  readonly noting?: boolean;
  /** Where to go on from; it needs a search that is `noting`. */
  readonly saved?: Snapshot | undefined;
  /** Whether every cause of a break is asked for, instead of one of each kind of break. */
  readonly causes?: boolean;
  /** Lets another thread keep the states of a search, by {@link keepStates}; left out, this one does. */
  readonly keep?: ((keeping: Keeping) => void) | undefined;
}

/** How far an exhaustive search is. */
export interface Standing {
  /** Which of the passes, from 0, and how many there are. */
  readonly pass: number;
  readonly passes: number;
  readonly expanded: number;
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** Kinds of break that have shown. */
  readonly breaks: number;
  /** Invariants that have broken. */
  readonly broken: number;
  readonly bytes: number;
  /** What the states may come to, going by how the last levels grew; undefined while they still grow. */
  readonly predicted: number | undefined;
}

/** States that are expanded before the next look at the watch, which makes two threads wait for each other. */
const strideAfter = (expanded: number): number => Math.min(16_384, Math.max(64, expanded / 8));

/**
 * Visits every state that a task can come to within its limits and faults, and judges every invariant on every move.
 * What breaks is told by a shortest trace, confirmed on live actors. A break stops neither the others nor the search.
 *
 * By default each kind of fault gets a search of its own: together they multiply, apart they add up.
 */
export const exhaust = (task: Task, how: Exhaustive): SearchOutcome => {
  const kinds = Object.entries(task.scenario.faults).filter(([, most]) => most > 0);
  const apart = kinds.map(([kind, most]) => ({ [kind]: most }));
  const freedoms = how.together || kinds.length < 2 ? [Object.fromEntries(kinds)] : apart;
  const slices = how.sliced ? slicesOf(worldOf(task)) : whole;
  const planned = slices.all.flatMap((still) => freedoms.map((faults) => ({ faults, still })));
  const { noting = false, saved, keep } = how;
  const before = (saved?.words.passes ?? []) as readonly Passed[];
  const passes = [...before];
  for (const { faults, still } of planned.slice(before.length)) {
    const place = { pass: passes.length, passes: planned.length };
    const passed = search(
      { ...withFaults(task, faults), still },
      {
        symmetry: (how.symmetry ?? false) && !how.sliced,
        watch: (standing, snapshot) => how.watch({ ...standing, ...place }, () => snapshot(passes)),
        ended: (world) => how.ended?.(world),
        keep: keep && ((plan, states) => new KeptStates(plan, keep, undefined, states)),
        noting,
        causes: how.causes ?? false,
        breaksMost: how.causes ? waysMost : 1,
        saved: passes.length === before.length ? saved : undefined,
      },
    );
    passes.push(passed);
    if (passed.stopped) break;
  }
  const outcome = outcomeOf(task, passes, planned.length, slices.unsliced, how.causes ?? false);
  if (outcome.exhaustion!.stopped) return withRelated(outcome, relatedToNothing(task));
  const comparing = {
    pass: planned.length - 1,
    passes: planned.length,
    breaks: 0,
    broken: 0,
    predicted: undefined,
  };
  const related = relateAll(task, freedoms, (standing) =>
    how.watch({ ...standing, ...comparing }, () => snapshotAfter(passes)),
  );
  return withRelated(outcome, related);
};

const withFaults = (task: Task, faults: Readonly<Partial<Record<FaultKind, number>>>): Task => ({
  ...task,
  scenario: { ...task.scenario, faults },
});

/** What one pass found, still by itself; plain data. */
interface Passed {
  readonly pass: Pass;
  readonly stopped: Stopped | undefined;
  readonly tested: Readonly<Record<string, number>>;
  readonly witnessed: readonly string[];
  /** By what breaks. */
  readonly counterexamples: readonly (readonly [string, Counterexample])[];
  readonly blocked: number;
  readonly ignored: readonly string[];
  readonly facts: readonly string[];
  readonly coverage: readonly Covered[];
  readonly exercise: Omit<Exercise, "runs">;
}

/** Ways to each kind of break that are looked at for other causes. */
const waysMost = 2_000;

interface Watch extends Pick<Beginning, "keep" | "noting" | "saved" | "breaksMost"> {
  readonly symmetry: boolean;
  readonly causes: boolean;
  readonly watch: (
    standing: Omit<Standing, "pass" | "passes">,
    snapshot: (passes: readonly Passed[]) => Snapshot,
  ) => Stopped | undefined;
  readonly ended: (world: World) => void;
}

type Look = (standing: Omit<Standing, "pass" | "passes">) => Stopped | undefined;

const search = (task: Task, how: Watch): Passed => {
  if (!how.symmetry) return searchUnder(task, undefined, how);
  const apart = how.saved?.words.apart;
  if (apart) return searchUnder(task, { group: [], different: apart }, how);
  const likeness = likenessIn(task);
  try {
    return searchUnder(task, likeness, how);
  } catch (error) {
    if (!(error instanceof Asymmetric)) throw error;
    const names = stirred(likeness.group);
    const different = [...likeness.different, { names, because: error.message }];
    return searchUnder(task, { group: [], different }, { ...how, saved: undefined });
  }
};

const searchUnder = (task: Task, likeness: Likeness | undefined, how: Watch): Passed => {
  const { saved } = how;
  if (how.noting) forgetTables();
  const world = worldOf(task);
  const changing = changingSlots(world, new Random(1), task.scenario.bound.moves);
  const symmetry =
    likeness && likeness.group.length > 0 ? new Symmetry(world, likeness.group) : undefined;
  const spread = symmetry?.spread(changing) ?? changing;
  const apart = symmetry ? undefined : likeness?.different;
  const searched = (explorer: Explorer): Passed => {
    const look: Look = (standing) =>
      how.watch(standing, (passes) => snapshotOf(explorer, passes, apart));
    const stopped = explore(explorer, look);
    recheck(world, new Random(1));
    const lively = stopped
      ? { lassos: [], stopped }
      : liveness(explorer, watchWith(explorer, look));
    how.ended(world);
    return passedOf(task, explorer, lively, likeness?.different, how.causes);
  };
  const slots = saved ? [...rowIn(saved, "slots")] : spread;
  return exploring(world, slots, searched, { ...how, symmetry });
};

const explore = (explorer: Explorer, look: Look): Stopped | undefined => {
  while (!explorer.advance(strideAfter(explorer.expanded))) {
    const stop = look({ ...standingOf(explorer), predicted: explorer.predicted });
    if (stop) return stop;
  }
  return undefined;
};

/** Looking for what can go on for ever takes memory of its own. */
const watchWith =
  (explorer: Explorer, look: Look) =>
  (bytes: number): Stopped | undefined => {
    const standing = standingOf(explorer);
    return look({ ...standing, bytes: standing.bytes + bytes, predicted: standing.states });
  };

const standingOf = ({
  expanded,
  states,
  transitions,
  depth,
  breaks,
  bytes,
  world: { bank },
}: Explorer): Omit<Standing, "pass" | "passes" | "predicted"> => ({
  expanded,
  states: states.size,
  transitions,
  depth,
  breaks: breaks.length,
  broken: new Set(breaks.map(({ instance }) => bank.instances[instance]!.invariant)).size,
  bytes,
});

const passedOf = (
  task: Task,
  explorer: Explorer,
  { lassos, stopped }: Liveness,
  different: readonly Difference[] | undefined,
  causes: boolean,
): Passed => {
  const { world, reached, transitions, depth, resting, jammed } = explorer;
  const ids = world.bank.invariants.map(({ id }) => id);
  explorer.tally();
  // Counts first: finding names makes moves again.
  const tested = Object.fromEntries(ids.map((id, index) => [id, world.evidence.tested[index]!]));
  const { blocked } = world;
  const ignored = ignoredIn(world).map(([name]) => name);
  explorer.symmetry?.cover();
  explorer.made.share((kind, a) => explorer.symmetry?.placesOf(kind, a) ?? [a]);
  const coverage = coveredBy(world, [timesIn(world)]);
  const exercise = {
    ...exercisedIn(world),
    moves: explorer.made.told,
    curve: thinned(explorer.curve),
  };
  return {
    pass: {
      faults: task.scenario.faults as Readonly<Record<string, number>>,
      still: task.still ?? [],
      states: reached,
      transitions,
      depth,
      resting,
      jammed,
      complete: stopped === undefined,
      symmetry: different && symmetryUse(explorer, different),
    },
    stopped,
    tested,
    witnessed: explorer.witnesses.map(({ invariant, state, move }) =>
      witnessed(task, ids[invariant]!, wayTo(explorer, state, move).moves),
    ),
    counterexamples: [...counterexamplesOf(task, explorer, lassos, causes)],
    blocked,
    ignored,
    facts: factsOf(world),
    coverage,
    exercise,
  };
};

const counterexamplesOf = (
  task: Task,
  explorer: Explorer,
  lassos: Liveness["lassos"],
  causes: boolean,
): ReadonlyMap<string, Counterexample> => {
  const { world, breaks } = explorer;
  const found = new Map<string, Counterexample>();
  const retelling = worldOf(task);
  const add = (signature: string, one: Counterexample): void =>
    void found.set(kindOf(signature, one, causes), explained(task, retelling, one));
  for (const { signature, instance, stem, loop } of lassos) {
    const moves = [...stem, ...loop];
    const repeatsFrom = stem.length + 1;
    const proposed = {
      instance,
      moves,
      repeatsFrom,
      at: "for ever",
      shortest: "not known",
    } as const;
    add(signature, confirmedBreak(task, world, proposed));
  }
  // What shows when everything has come to rest is the plainer story.
  for (const [signature, alike] of Map.groupBy(breaks, (one) => one.signature)) {
    const [one, ...others] = alike as [Break, ...Break[]];
    const at = one.move < 0 ? "end" : "last";
    const proposed = { ...wayToBreak(explorer, one), at, shortest: "of all" } as const;
    const first = confirmedBreak(task, world, proposed);
    add(signature, first);
    if (causes)
      for (const other of otherCauses(task, explorer, first, others)) add(signature, other);
  }
  return found;
};

/** What two breaks must have in common for one of them to be told: the kind of break, and the cause if that is asked. */
const kindOf = (signature: string, { cause }: Counterexample, causes: boolean): string =>
  causes ? `${signature}\n${cause.id}` : signature;

/** Breaks of the same kind with other causes, each as short as leaving moves out makes it. */
const otherCauses = (
  task: Task,
  explorer: Explorer,
  first: Counterexample,
  others: readonly Break[],
): readonly Counterexample[] => {
  const [other] = others;
  if (!other) return [];
  const world = worldOf(task);
  const ways = function* (): Generator<readonly string[]> {
    for (const one of others) yield wayToBreak(explorer, one).moves;
  };
  const [, ...rest] = byCause(task, world, other.signature, first, ways(), (minimal) =>
    confirmedBreak(task, world, {
      ...minimal,
      at: minimal.at === "end" ? "end" : "last",
      shortest: "not known",
    }),
  );
  return rest;
};

const symmetryUse = (
  { symmetry, states }: Explorer,
  different: readonly Difference[],
): SymmetryUse => ({
  interchangeable: symmetry?.interchangeable ?? [],
  permutations: symmetry?.order ?? 1,
  visited: states.size,
  different,
});

const witnessed = (task: Task, id: string, moves: readonly string[]): string => {
  if (confirmWitness(task, moves, id)) return id;
  throw new Disagreement(`tables saw ${id} happen, live actors did not`, moves, []);
};

const factsOf = ({ programs }: World): string[] =>
  [...new Set(programs.facts.map(({ type }) => type))].toSorted();

/** Whether a pass looked at whatever is shorter than this. */
const covers = ({ stopped, pass }: Passed, { steps, brokenAt }: Counterexample): boolean =>
  stopped === undefined || steps.length <= pass.depth + (brokenAt === "end" ? 0 : 1);

const outcomeOf = (
  task: Task,
  passes: readonly Passed[],
  planned: number,
  unsliced: readonly string[],
  causes: boolean,
): SearchOutcome => {
  const stopped = passes.find((passed) => passed.stopped)?.stopped;
  const exhaustion: Exhaustion = { passes: passes.map(({ pass }) => pass), stopped, unsliced };
  const shortest = new Map<string, Counterexample>();
  for (const { counterexamples } of passes)
    for (const [signature, found] of counterexamples) {
      const known = shortest.get(signature);
      if (!known || found.steps.length < known.steps.length) shortest.set(signature, found);
    }
  for (const [signature, found] of shortest)
    if (stopped && !(passes.length === planned && passes.every((passed) => covers(passed, found))))
      shortest.set(signature, { ...found, shortest: "not known" });
  if (passes.some(({ pass }) => pass.still.length > 0))
    for (const [signature, found] of shortest)
      shortest.set(signature, { ...found, shortest: "in its slice" });
  // A search that was stopped may not have come to what a frozen example shows.
  if (stopped)
    for (const [signature, found] of exampleBreaks(task)) {
      const kind = kindOf(signature, found, causes);
      if (!shortest.has(kind)) shortest.set(kind, found);
    }
  const sum = (of: (passed: Passed) => number): number =>
    passes.reduce((total, passed) => total + of(passed), 0);
  const union = (of: (passed: Passed) => readonly string[]): string[] =>
    [...new Set(passes.flatMap(of))].toSorted();
  return {
    scenario: task.scenarioName,
    protocol: task.protocol.name,
    runs: 0,
    guided: false,
    lacks: lackedIn(task),
    moves: sum(({ pass }) => pass.transitions),
    partial: stopped !== undefined,
    exhaustion,
    tested: Object.fromEntries(
      Object.keys(passes[0]!.tested).map((id) => [id, sum(({ tested }) => tested[id] ?? 0)]),
    ),
    witnessed: union((passed) => passed.witnessed),
    counterexamples: [...shortest]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, found]) => found),
    relations: [],
    unsettled: 0,
    blocked: sum((passed) => passed.blocked),
    ignored: union((passed) => passed.ignored),
    facts: union((passed) => passed.facts),
    coverage: passes[0]!.coverage.map((one, at) => {
      const times = sum(({ coverage }) => coverage[at]!.times);
      return { ...one, seen: times > 0, times };
    }),
    exercise: exerciseOf(passes.map(({ exercise }) => exercise)),
  };
};

const exerciseOf = (passes: readonly Passed["exercise"][]): Exercise => ({
  ...together(passes),
  moves: added(passes.map(({ moves }) => moves)),
  curve: curveAfterCurve(passes.map(({ curve }) => curve)),
  runs: undefined,
});
