import type { Carried, Moment, Reason, Scene, SceneStep, Stage } from "../report/scenes.ts";
import type { ToldDerivation } from "../search/result.ts";
import { LivePair } from "../search/relational/live-pair.ts";
import { questionsOf } from "../search/relational/question.ts";
import { invariantsOf, liveWorldOf, type Task } from "../search/task.ts";
import { explain, type Derivation } from "../term/index.ts";
import type { Fact } from "../promise/index.ts";
import type { LiveItem, LiveWorld } from "../world/live-world.ts";
import { carriedIn } from "./carried.ts";
import { changesBetween, momentOf } from "./moment.ts";

/** A list of moves, made on live actors and looked at after each. */
export interface Filmed {
  readonly world: LiveWorld;
  readonly start: Moment;
  readonly scene: Omit<Scene, "stage">;
  readonly facts: readonly (readonly Fact[])[];
}

/** Makes moves on live actors and notes all that is to be seen. Throws a Mistake at one that is not possible. */
export const film = (task: Task, moves: readonly string[]): Filmed => {
  const world = liveWorldOf(task);
  const camera = new Camera(world);
  for (const move of moves) camera.note(world.take(move).facts);
  return camera.filmed;
};

/** The same of two runs that an invariant compares for an observer, in step: where one stands still, nothing changes. */
export const filmPair = (
  task: Task,
  invariant: string,
  observer: string,
  moves: readonly string[],
): Readonly<Record<"left" | "right", Filmed>> => {
  const question = questionsOf(task, invariant).find((one) => one.observer === observer)!;
  const pair = new LivePair(question, invariantsOf(task.promises));
  for (const name of task.scenario.setUp) pair.prepare(name);
  pair.startHere();
  const [left, right] = [new Camera(pair.left.world), new Camera(pair.right.world)];
  for (const move of moves) {
    const taken = pair.take(move);
    left.note(taken.left?.facts ?? []);
    right.note(taken.right?.facts ?? []);
  }
  return { left: left.filmed, right: right.filmed };
};

/** Looks at a world after each of its moves. */
class Camera {
  readonly filmed: Filmed;
  readonly #world: LiveWorld;
  readonly #steps: SceneStep[] = [];
  readonly #reasons: Reason[] = [];
  readonly #facts: (readonly Fact[])[] = [];
  #before: Moment;
  #waiting: Waiting;
  #seen: ReadonlyMap<string, number>;

  constructor(world: LiveWorld) {
    this.#world = world;
    this.#before = momentOf(world);
    this.#waiting = waitingIn(world);
    this.#seen = seenIn(world);
    this.filmed = {
      world,
      start: this.#before,
      scene: { steps: this.#steps, reasons: this.#reasons },
      facts: this.#facts,
    };
    this.#clear();
  }

  /** Notes what has changed since it was looked at last, and what was so. */
  note(facts: readonly Fact[]): void {
    const world = this.#world;
    const [after, waiting] = [momentOf(world), waitingIn(world)];
    this.#facts.push(facts);
    this.#steps.push({
      ...messagesBetween(this.#waiting, waiting),
      observed: observedSince(world, this.#seen),
      fired: firedIn(world),
      changed: changesBetween(this.#before, after),
    });
    this.#reasons.push(...reasonsFor(world, facts, this.#steps.length));
    this.#before = after;
    this.#waiting = waiting;
    this.#seen = seenIn(world);
    this.#clear();
  }

  #clear(): void {
    for (const { actor } of this.#world.members.values()) actor.transitions.clear();
  }
}

/** Who and what takes part; `machineOf` finds the drawing of a kind of part. */
export const stageOf = (
  { scenarioName, protocol }: Task,
  { world, start }: Filmed,
  machineOf: (kind: string) => number,
): Stage => ({
  scenario: scenarioName,
  protocol: protocol.name,
  parts: [...world.members.values()].map(({ part: { name, unit, owner, kind } }) => ({
    name,
    unit,
    owner,
    machine: machineOf(kind.kind),
  })),
  channels: world.composition.channels.map(({ name, from, to }) => ({ name, from, to })),
  coalitions: world.composition.coalitions.map(({ name }) => name),
  stores: world.composition.stores.map(({ name, owner }) => ({ name, owner })),
  start,
});

type Waiting = ReadonlyMap<string, readonly LiveItem[]>;

const waitingIn = ({ channels }: LiveWorld): Waiting =>
  new Map([...channels].map(([name, { items }]) => [name, [...items]]));

/** Items are told apart by identity: a message that was doubled is one item, taken while it stays. */
const messagesBetween = (before: Waiting, after: Waiting): Pick<SceneStep, "taken" | "sent"> => {
  const missing = (from: Waiting, others: Waiting): (Carried & { channel: string })[] =>
    [...from].flatMap(([channel, items]) =>
      items
        .filter((item) => !others.get(channel)!.includes(item))
        .map((item) => ({ channel, ...carriedIn(item) })),
    );
  return { taken: missing(before, after)[0], sent: missing(after, before) };
};

const seenIn = ({ observed }: LiveWorld): ReadonlyMap<string, number> =>
  new Map([...observed].map(([by, terms]) => [by, terms.length]));

const observedSince = (
  { observed }: LiveWorld,
  before: ReadonlyMap<string, number>,
): SceneStep["observed"] =>
  [...observed].flatMap(([by, terms]) =>
    terms
      .slice(before.get(by))
      .filter(({ term }) => term.kind !== "nothing")
      .map(({ term }) => ({ by, term: term.label })),
  );

const firedIn = ({ members }: LiveWorld): SceneStep["fired"] =>
  Object.fromEntries(
    [...members].flatMap(([name, { actor }]) =>
      actor.transitions.size > 0 ? [[name, [...actor.transitions]] as const] : [],
    ),
  );

const reasonsFor = (world: LiveWorld, facts: readonly Fact[], step: number): Reason[] =>
  facts.flatMap((fact) => {
    if (fact.type !== "learned") return [];
    const [by, message] = [String(fact["by"]), String(fact["message"])];
    const body = world.knowledge
      .get(by)
      ?.bodies()
      .find(({ label }) => label === message);
    const derivation = body && explain(world.observed.get(by) ?? [], body);
    return derivation ? [{ by, message, step, derivation: told(derivation) }] : [];
  });

const told = ({ term, how, at, from }: Derivation): ToldDerivation => ({
  term: term.label,
  how,
  ...(at === undefined ? {} : { at }),
  from: from.map(told),
});
