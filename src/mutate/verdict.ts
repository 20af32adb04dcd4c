import { confirmedBreak } from "../search/confirmed-break.ts";
import { Disagreement } from "../search/confirm.ts";
import { minimise } from "../search/minimise.ts";
import { ImpureCall } from "../machine/index.ts";
import { Mistake } from "../mistake.ts";
import { worldOf, type Task } from "../search/task.ts";
import { alikeness, type Wholes } from "./alike.ts";
import { mutated, type Mutant } from "./mutant.ts";
import { sameMachines } from "./same-machine.ts";
import { touchedIn, type Survey } from "./survey.ts";
import { tryOut, type Bounds, type Found, type Trial } from "./trial.ts";

/** A promise that a mutant breaks, confirmed on live actors. */
export interface Kill {
  readonly invariant: string;
  /** The one of its story; where something that is to be possible never shows, all that it does not show in. */
  readonly scenarios: readonly string[];
  /** The story; none, where something that is to be possible never shows. */
  readonly moves: readonly string[];
  /** Whether no story without faults is shorter in that scenario. */
  readonly shortest: boolean;
}

/**
 * What became of a mutant. `killed`: it breaks a promise. `reported`: it breaks none, and every report on it would tell of
 * an event that no state names, or of something that never comes up any more. `same`: its machine cannot be told from the honest one.
 * `alike`: no fact ever differs, within the bounds, although what was changed was used. `refused`: it is no model, since
 * it fails or never comes to rest. `unreached`: no scenario comes to what was changed. `survived`: nobody noticed.
 */
export type Outcome =
  | "killed"
  | "reported"
  | "same"
  | "alike"
  | "refused"
  | "unreached"
  | "survived";

export interface Verdict extends Pick<
  Mutant,
  "name" | "operator" | "part" | "spot" | "where" | "diff" | "breaks"
> {
  readonly outcome: Outcome;
  readonly kills: readonly Kill[];
  /** Invariants that were put to the test where it was used. */
  readonly tested: readonly string[];
  /** Scenarios in which it was used. */
  readonly scenarios: readonly string[];
  /** What is reported, why it was refused, or how far it is alike. */
  readonly because: string | undefined;
}

/**
 * How much effort a mutant is worth, shared by all scenarios that come near it: a first look, and a second one at those
 * that survive it.
 */
export interface Effort {
  /** What goes into the honest version of each scenario. */
  readonly survey: Bounds;
  readonly first: Bounds;
  readonly second: Bounds;
}

/** Tries a mutant in every scenario that comes to what it changes, cheapest first. */
export const judge = (
  mutant: Mutant,
  surveys: readonly Survey[],
  wholes: Wholes,
  effort: Effort,
): Verdict => {
  const { name, operator, part, spot, where, diff, breaks } = mutant;
  const near = surveysNear(mutant, surveys);
  const trials = new Trials(mutant, near);
  const told = (outcome: Outcome, because?: string): Verdict => ({
    name,
    operator,
    part,
    spot,
    where,
    diff,
    breaks,
    outcome,
    because,
    kills: trials.kills,
    tested: [...trials.tested].toSorted(),
    scenarios: trials.scenarios,
  });
  const isGeneric = breaks.length === 0;
  if (isGeneric && near.every((one) => isSame(mutant, one)) && near.length > 0) return told("same");
  trials.run(shared(effort.first, near.length));
  if (trials.done) return told("killed");
  if (trials.scenarios.length === 0)
    return trials.refusal === undefined ? told("unreached") : told("refused", trials.refusal);
  // A mutant that fails on the way is not alike; and somebody has said what must notice sabotage.
  const alike =
    trials.kills.length > 0 || !isGeneric
      ? undefined
      : unlessRefused<string | undefined>(
          () => alikeness(mutant, near, wholes),
          () => undefined,
        );
  if (alike !== undefined) return told("alike", alike);
  trials.run(shared(effort.second, near.length));
  if (!trials.done) trials.lookForAbsences(effort.survey.states);
  if (trials.kills.length > 0) return told("killed");
  // Asked again: a second look goes deeper, and may fail where the first did not.
  const { refusal, reported } = trials;
  if (refusal !== undefined) return told("refused", refusal);
  return reported === undefined ? told("survived") : told("reported", reported);
};

/** A scenario's share of an effort: small ones can be searched whole, and none is left out. */
const share = (effort: number, scenarios: number): number =>
  Math.min(20_000, Math.ceil(effort / scenarios));

const shared = ({ states, faulty, runs }: Bounds, scenarios: number): Bounds => ({
  states: share(states, scenarios),
  faulty: share(faulty, scenarios),
  runs: share(runs, scenarios),
});

/**
 * Where it may matter: where the honest version comes to what is changed, or at least to the state in which it stands,
 * and the part gets the event elsewhere if that ever comes up.
 */
const surveysNear = ({ part, touches }: Mutant, surveys: readonly Survey[]): Survey[] => {
  const near = (wanted: readonly string[]): Survey[] =>
    surveys.filter(({ touched }) => wanted.some((touch) => touched.has(touch)));
  if (touches.length === 0) return [...surveys];
  const exact = near(touches);
  const around = near(touches.map((touch) => touch.replace(/ gets .*$/, "")));
  const events = touches.flatMap((touch) => touch.split(" gets ").slice(1));
  const heard = around.filter(({ touched }) =>
    [...touched].some(
      (one) =>
        one.startsWith(`${part} in `) && events.some((event) => one.endsWith(` gets ${event}`)),
    ),
  );
  const chosen = [exact, heard, around].find((some) => some.length > 0) ?? [];
  return chosen.toSorted((left, right) => Number(right.complete) - Number(left.complete));
};

const taskWith = (mutant: Mutant, { task }: Survey): Task => ({
  ...task,
  protocol: mutated(task.protocol, mutant),
});

/** The trials of one mutant, and the best that was found of each promise. */
class Trials {
  readonly tested = new Set<string>();
  readonly scenarios: string[] = [];
  kills: Kill[] = [];
  /** Why one of them could not be made: the mutant fails in it. */
  refusal: string | undefined;
  /** What a report would tell. */
  reported: string | undefined;
  /** What parts declare in it, and what has come up of that. */
  readonly #declared = new Set<string>();
  readonly #shown = new Set<string>();
  readonly #mutant: Mutant;
  readonly #near: readonly Survey[];

  constructor(mutant: Mutant, near: readonly Survey[]) {
    this.#mutant = mutant;
    this.#near = near;
  }

  run(bounds: Bounds): void {
    const best = new Map<string, { readonly task: Task; readonly found: Found }>();
    this.scenarios.length = 0;
    let idle = 0;
    for (const survey of this.#near) {
      if (this.#isEnough(best, idle)) break;
      const task = taskWith(this.#mutant, survey);
      const trial = this.#attempt(() => tryOut(task, bounds, survey.slots));
      if (!trial) continue;
      const touched = trial.worlds.map(touchedIn);
      const { touches } = this.#mutant;
      const isUsed =
        touches.length === 0 ||
        touches.some(
          (touch) => survey.touched.has(touch) || touched.some((those) => those.has(touch)),
        );
      if (!isUsed) continue;
      this.scenarios.push(task.scenarioName);
      const before = best.size;
      for (const [id, count] of trial.tested) if (count > 0) this.tested.add(id);
      this.#note(survey, trial);
      for (const [id, found] of trial.found)
        if (!survey.broken.has(id) && isBetter(found, best.get(id)?.found))
          best.set(id, { task, found });
      idle = best.size > before ? 0 : idle + 1;
    }
    this.kills = [...best.values()]
      .flatMap(({ task, found }) => this.#attempt(() => confirmed(task, found)) ?? [])
      .toSorted((left, right) => (left.invariant < right.invariant ? -1 : 1));
  }

  /**
   * What the honest version shows within some states, and the mutant not within twice as many. Where it is an invariant
   * of the kind "possible", that is a kill: it shows nowhere, or not in a scenario that is about it, so that it would
   * not be put to the test there.
   */
  lookForAbsences(states: number): void {
    const missing = new Map<string, string[]>();
    // Where a mutant fails, nobody can say what would never have shown.
    const failed = new Set<string>();
    for (const { covered, witnessed, task } of this.#near)
      for (const name of [...witnessed, ...[...covered.keys()].filter((key) => covered.get(key))])
        if (!this.#shown.has(name))
          missing.set(name, [...(missing.get(name) ?? []), task.scenarioName]);
    for (const survey of this.#near) {
      const { scenarioName } = survey.task;
      const isAbout = this.#awaitedIn(survey).length > 0;
      if (!isAbout && ![...missing.values()].some((scenarios) => scenarios.includes(scenarioName)))
        continue;
      const task = taskWith(this.#mutant, survey);
      const bounds = { states: 2 * states, faulty: 0, runs: 0 };
      const trial = this.#attempt(() => tryOut(task, bounds, survey.slots));
      if (!trial) {
        failed.add(scenarioName);
        continue;
      }
      this.#note(survey, trial);
      for (const name of this.#shown) missing.delete(name);
      for (const invariant of this.#awaitedIn(survey))
        if (!this.kills.some((kill) => kill.invariant === invariant))
          this.kills.push({ invariant, scenarios: [scenarioName], moves: [], shortest: false });
    }
    for (const [name, all] of missing) {
      const scenarios = all.filter((each) => !failed.has(each));
      if (scenarios.length === 0) continue;
      if (this.kills.some(({ invariant }) => invariant === name)) continue;
      if (this.#near.some(({ witnessed }) => witnessed.has(name)))
        this.kills.push({
          invariant: name,
          scenarios,
          moves: [],
          shortest: false,
        });
      else if (this.#declared.has(name) && name.endsWith(` of ${this.#mutant.part}`))
        this.reported ??= `never comes up: ${name}`;
    }
  }

  /** What a scenario is about, and is possible in it as far as the honest version shows, and has not shown yet. */
  #awaitedIn({ task: { scenario, scenarioName }, witnessed }: Survey): readonly string[] {
    return scenario.about.filter(
      (id) => witnessed.has(id) && !this.#shown.has(`${id} in ${scenarioName}`),
    );
  }

  #note(survey: Survey, { covered, witnessed, ignored }: Trial): void {
    for (const id of witnessed) this.#shown.add(id).add(`${id} in ${survey.task.scenarioName}`);
    for (const [name, seen] of covered) {
      this.#declared.add(name);
      if (seen) this.#shown.add(name);
    }
    const unnamed = [...ignored].find((name) => !survey.ignored.has(name));
    if (unnamed !== undefined) this.reported ??= `ignored without saying so: ${unnamed}`;
  }

  /** Whether it breaks what it has to, or anything, where nobody says what. */
  get done(): boolean {
    const broken = new Set(this.kills.map(({ invariant }) => invariant));
    return broken.size > 0 && this.#mutant.breaks.every((id) => broken.has(id));
  }

  #attempt<T>(work: () => T): T | undefined {
    return unlessRefused<T | undefined>(work, (because) => {
      this.refusal ??= because;
      return undefined;
    });
  }

  /** Whether what it has to break is broken, and the last few scenarios had nothing to add. */
  #isEnough(best: ReadonlyMap<string, unknown>, idle: number): boolean {
    const { breaks } = this.#mutant;
    return best.size > 0 && idle >= idleMost && breaks.every((id) => best.has(id));
  }
}

/** After a kill, scenarios in a row that show nothing new. */
const idleMost = 3;

const isBetter = (found: Found, than: Found | undefined): boolean => {
  if (!than) return true;
  if (found.shortest !== than.shortest) return found.shortest;
  return found.moves.length < than.moves.length;
};

/** Has live actors tell the story, made as short as it can be; as it was found, where the mutant fails on the way there. */
const confirmed = (task: Task, { world, signature, shortest, ...found }: Found): Kill => {
  const minimal = shortest
    ? found
    : unlessRefused<typeof found | ReturnType<typeof minimise>>(
        () => minimise(world, found.moves, signature, task.scenario.bound.moves),
        () => found,
      );
  if (!minimal)
    throw new Disagreement(`${found.invariant} broke once and not again`, found.moves, []);
  const { invariant, scenario, steps } = confirmedBreak(task, world, {
    moves: minimal.moves,
    instance: minimal.instance,
    at: minimal.at === "end" ? "end" : "last",
    shortest: "not known",
  });
  return {
    invariant,
    scenarios: [scenario],
    moves: steps.map(({ move }) => move),
    shortest,
  };
};

/** Whether nothing of a scenario can tell the mutant from the honest version; one that cannot be made is not the same. */
const isSame = (mutant: Mutant, survey: Survey): boolean =>
  unlessRefused(
    () => hasSameParts(survey, taskWith(mutant, survey)),
    () => false,
  );

const hasSameParts = ({ task, touched }: Survey, changed: Task): boolean => {
  const [honest, other] = [worldOf(task), worldOf(changed)];
  const heard = new Set([...touched].map((touch) => touch.replace(/ in .* gets /, " gets ")));
  const rewired = other.plan.parts.some(
    ({ part }, at) => part.kind.emits !== honest.plan.parts[at]!.part.kind.emits,
  );
  return !rewired && sameMachines(honest, other, (kind, type) => heard.has(`${kind} gets ${type}`));
};

/** Something else, where the model fails. */
const unlessRefused = <T>(work: () => T, otherwise: (because: string) => T): T => {
  try {
    return work();
  } catch (error) {
    const because = refusalOf(error);
    if (because === undefined) throw error;
    return otherwise(because);
  }
};

/** What a model that fails says; undefined for a fault of ours. */
const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof Disagreement) return undefined;
  if (error instanceof Mistake) return error.text.what;
  if (error instanceof ImpureCall || error instanceof TypeError) return error.message;
  return undefined;
};
