import { termById, type Term } from "../../term/index.ts";
import {
  faultKinds,
  MoveKind,
  MoveList,
  Sight,
  World,
  type Composition,
  type Eyes,
  type FaultKind,
  type Freedom,
  type Scenario,
} from "../../world/index.ts";
import { drainMost } from "../walk.ts";
import { lengthOf } from "./lengths.ts";
import { isSecret, type Question } from "./question.ts";

/** Channels have so many times their room here, so that it limits intents only: a full one must not hide a difference. */
export const roomier = 4;

/** As often as anybody could want: faults are counted by {@link Links}. */
const anyNumber = 1_000_000;

/**
 * Lets a world go on by itself until something can be said, or nothing comes; false if nothing does. Everything is as
 * before then.
 */
export const comesBy = (world: World, said: () => boolean | undefined): boolean =>
  world.uncounted(() => {
    const here = world.save();
    const answer = goneOn(world, said);
    world.load(here);
    world.sightings!.seen.clear();
    return answer;
  });

const goneOn = (world: World, said: () => boolean | undefined): boolean => {
  const moves = new MoveList();
  for (let count = 0; count < drainMost; count++) {
    world.offers.list(moves, "nobody");
    let made = false;
    for (let at = 0; at < moves.count && !made; at++)
      made = world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!);
    if (!made) return false;
    const answer = said();
    if (answer !== undefined) return answer;
  }
  return false;
};

/** One of the two worlds: the same freedom, but for faults and room, which are limited for both together. */
export const sideOf = (
  composition: Composition,
  freedom: Freedom,
  faults: Freedom["faults"],
): World => {
  const channels = composition.channels.map((channel) => ({
    ...channel,
    capacity: channel.capacity * roomier,
  }));
  const plenty = Object.fromEntries(
    faultKinds.filter((kind) => (faults[kind] ?? 0) > 0).map((kind) => [kind, anyNumber]),
  );
  return new World({ ...composition, channels }, { ...freedom, faults: plenty }, []);
};

/** Per intent: 1 = only the first run does it. */
export const secretIntents = (question: Question, { plan }: World): Uint8Array =>
  Uint8Array.from(plan.intents, ({ part, event }) =>
    isSecret(question, plan.parts[part]!.part, event) ? 1 : 0,
  );

/** An observer's own parts, what their owners tap, and what their owners come to know. */
export const eyesOf = ({ parts, rule }: Question, { plan }: World): Eyes => {
  const own = new Set(parts.map(({ name }) => name));
  const owners = new Set(parts.map(({ owner }) => plan.coalitionIndex.get(owner)!));
  return {
    parts: Uint8Array.from(plan.parts, ({ part }) => (own.has(part.name) ? 1 : 0)),
    channels: Uint8Array.from(plan.channels, ({ seenBy }) =>
      seenBy.some((observer) => owners.has(observer)) ? 1 : 0,
    ),
    coalitions: Uint8Array.from(plan.coalitions, (_, at) => (owners.has(at) ? 1 : 0)),
    traffic: rule.traits.includes("traffic"),
  };
};

/**
 * What somebody knows matters only to what they may pass on or make up: what the observer knows is compared otherwise,
 * and no promise watches.
 */
export const unasked = ({ plan }: World): Uint8Array => {
  const deaf = new Uint8Array(plan.coalitions.length).fill(1);
  const { adversary } = plan;
  if (adversary?.may.includes("inject")) deaf[adversary.index] = 0;
  for (const { part, carries } of plan.intents)
    if (carries?.carry === "known") deaf[plan.parts[part]!.owner] = 0;
  return deaf;
};

/** Nothing has happened yet that could differ, so it is the same in both runs. */
export const knownAtStart = (world: World, { coalitions }: Eyes): Term[] => {
  const states = [...coalitions].flatMap((is, at) =>
    is === 1 ? [world.cells[world.layout.coalitions + at]!] : [],
  );
  return [...new Set(states.flatMap((state) => world.knowledge.terms(state)))].map(termById);
};

/** How long the term is that goes with what was seen at a place of the list. */
export const lengthAt = ({ sightings, programs }: World, at: number): number => {
  const { values } = sightings!.seen;
  const traffic = values[at] === Sight.traffic;
  return lengthOf(traffic ? programs.items[values[at + 2]!]!.term : values[at + 3]!);
};

/** Whether an adversary is of one coalition with the observer. */
export const actsFor = ({ parts }: Question, { plan }: World): boolean =>
  parts.some(({ owner }) => owner === plan.adversary?.coalition);

/** How often each kind of move that is counted may be made, by its number: faults, and what an adversary sends. */
export const budgetsOf = ({ plan }: World, faults: Scenario["faults"]): Map<number, number> => {
  const budgets = new Map<number, number>(
    (Object.entries(faults) as [FaultKind, number][]).map(([kind, most]) => [MoveKind[kind], most]),
  );
  const { adversary } = plan;
  if (adversary)
    for (const kind of [MoveKind.replay, MoveKind.inject])
      budgets.set(kind, adversary.effort.injections);
  return budgets;
};
