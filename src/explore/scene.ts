import type { Carried, Moment, Reason, Scene, SceneStep, Stage } from "../report/scenes.ts";
import type { ToldDerivation } from "../search/result.ts";
import { liveWorldOf, type Task } from "../search/task.ts";
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
  const start = momentOf(world);
  const facts: (readonly Fact[])[] = [];
  const reasons: Reason[] = [];
  let before = start;
  const steps = moves.map((move, at): SceneStep => {
    const [waiting, seen] = [waitingIn(world), seenIn(world)];
    for (const { actor } of world.members.values()) actor.transitions.clear();
    const made = world.take(move);
    facts.push(made.facts);
    reasons.push(...reasonsFor(world, made.facts, at + 1));
    const after = momentOf(world);
    const step = {
      ...messagesBetween(waiting, waitingIn(world)),
      observed: observedSince(world, seen),
      fired: firedIn(world),
      changed: changesBetween(before, after),
    };
    before = after;
    return step;
  });
  return { world, start, scene: { steps, reasons }, facts };
};

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
