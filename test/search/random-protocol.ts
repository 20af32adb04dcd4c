import { expect } from "vitest";
import { emit, setup } from "xstate";
import {
  adversary,
  always,
  anything,
  atMostOnce,
  atom,
  before,
  body,
  channel,
  coalition,
  compose,
  confined,
  disclose,
  encrypt,
  erase,
  fact,
  fresh,
  hash,
  keep,
  known,
  leadsTo,
  learn,
  never,
  nothing,
  notBefore,
  pair,
  part,
  possible,
  promise,
  protocol,
  publicKey,
  remember,
  scenario,
  seal,
  secret,
  send,
  since,
  store,
  tell,
  vocabulary,
  within,
  type Accept,
  type Here,
  type Part,
  type Term,
} from "../../src/index.ts";
import type { Pattern } from "../../src/promise/invariant.ts";
import type { Task } from "../../src/search/index.ts";
import { faultKinds, type Scenario } from "../../src/world/scenario.ts";
import { Mistake } from "../../src/mistake.ts";
import { drawing, type Draw } from "../machine/draw.ts";

type Effects = NonNullable<Parameters<typeof part>[0]["emits"]>[string];
type Effect = Effects[number];

const owners = ["ana", "bob", "cyd"];
const [shared, bobs] = [secret("shared key"), secret("key of bob")];
const events = ["e0", "e1", "e2"];
const emissions = ["o0", "o1", "o2", "o3"];

/** How much there is of everything. */
interface Size {
  readonly parts: readonly string[];
  readonly channels: readonly string[];
  readonly stores: readonly string[];
  readonly bound: Scenario["bound"];
  readonly faults: (draw: Draw) => Scenario["faults"];
  /** Whether a machine emits something when it starts. */
  readonly greets: (draw: Draw) => boolean;
  /** Whether the adversary is switched on. */
  readonly attacked?: boolean;
  /** Which of the invariants are promised. */
  readonly promised: (draw: Draw) => boolean;
}

export const large: Size = {
  parts: ["p0", "p1", "p2", "p3"],
  channels: ["c0", "c1", "c2"],
  stores: ["s0", "s1"],
  bound: { moves: 25, fresh: 2, known: 2 },
  faults: () => ({ drop: 1, duplicate: 1, reorder: 1, delay: 1, offline: 1, crash: 2, skew: 1 }),
  greets: () => false,
  promised: () => true,
};

/** With an adversary and few parts, since live actors work everything out from nothing at every move. */
export const attacked: Size = {
  ...large,
  parts: ["p0", "p1", "p2"],
  bound: { moves: 20, fresh: 1, known: 1 },
  faults: (draw) => ({ [pick(draw, faultKinds)]: 1 }),
  attacked: true,
};

/** Small enough that many of them have no more than some hundred states. */
export const small: Size = {
  parts: ["p0", "p1"],
  channels: ["c0", "c1"],
  stores: ["s0"],
  bound: { moves: 1, fresh: 1, known: 1 },
  faults: (draw) =>
    Object.fromEntries(faultKinds.filter(() => chance(draw, 4)).map((kind) => [kind, 1])),
  greets: (draw) => chance(draw, 4),
  promised: (draw) => chance(draw, 2),
};

const pick = <One>(draw: Draw, from: readonly One[]): One => from[draw(from.length)]!;
const chance = (draw: Draw, outOf: number): boolean => draw(outOf) === 0;

/** A small machine of three states that answers some events in some of them, waits, and may restart. */
const randomMachine = (draw: Draw, { greets }: Size, id: string, restarts: boolean) => {
  const states = ["x", "y", "z"];
  const outputs = () =>
    Array.from({ length: draw(3) }, () => emit({ type: pick(draw, emissions) }));
  const transition = () => ({ target: `#${id}.${pick(draw, states)}`, actions: outputs() });
  const on = () =>
    Object.fromEntries(
      [...events, "user.u0", "user.u1"]
        .filter(() => !chance(draw, 3))
        .map((event) => [event, chance(draw, 3) ? { actions: outputs() } : transition()]),
    );
  return setup({}).createMachine({
    id,
    initial: "x",
    ...(greets(draw) ? { entry: outputs() } : {}),
    on: restarts ? { "device.restarted": { target: ".x", actions: outputs() } } : {},
    states: Object.fromEntries(
      states.map((state) => [
        state,
        { on: on(), ...(chance(draw, 2) ? { after: { [1 + draw(4)]: transition() } } : {}) },
      ]),
    ),
  });
};

/** What a part of this owner may make of a term: only what its owner can derive, or live actors object. */
const changed = (draw: Draw, owner: string): ((carried: Term) => Term) =>
  pick(draw, [
    (carried: Term) => carried,
    (carried: Term) => (carried.kind === "pair" ? carried : pair(carried, atom("tag"))),
    (carried: Term) => hash(carried),
    (carried: Term) => seal(publicKey(bobs), carried),
    (carried: Term) => (owner === "cyd" ? carried : encrypt(shared, carried)),
  ]);

/** What a part may take a term by: only what its owner can tell, or live actors object. */
const randomPattern = (draw: Draw, owner: string): Accept<object> => {
  const [x, y] = [anything("x"), anything("y")];
  const own = owner === "bob" ? seal(publicKey(bobs), x) : pair(x, y);
  return pick<Accept<object>>(draw, [
    () => x,
    () => pair(x, pair(y, x)),
    () => pair(x, atom("tag")),
    () => pair(x, hash(x)),
    () => (owner === "cyd" ? own : encrypt(shared, x)),
    () => own,
    () => anything("x", { kinds: ["body", "pair"] }),
    ({ held }) => (held["r0"] === nothing ? x : held["r0"]),
    ({ held }) => pair(held["r0"]!, y),
    ({ held }) => hash(held["r1"]!),
    () => undefined,
  ]);
};

/** What was bound by that name, if anything was. */
const boundTo = (name: string, { bound, carried }: Here): Term =>
  name in bound ? bound[name]! : carried;

/** One random effect; terms grow no deeper than a few layers, so that worlds stay small. */
const randomEffect = (
  draw: Draw,
  { channels, parts, stores }: Size,
  owner: string,
  siblings: readonly string[],
): Effect => {
  const [over, to, place, who] = [channels, parts, stores, owners].map((names) =>
    pick(draw, names),
  ) as [string, string, string, string];
  const event = { type: pick(draw, events) };
  const change = changed(draw, owner);
  const sibling = pick(draw, siblings);
  const shallow = (carried: Term): Term => (carried.label.length > 60 ? carried : change(carried));
  const source = pick(draw, [
    ({ carried }: Here) => carried,
    ({ held }: Here) => held["r0"]!,
    (here: Here) => boundTo("x", here),
  ]);
  const effects: readonly (() => Effect)[] = [
    () => send((here) => ({ over, to, event, carrying: shallow(source(here)) })),
    () => send(() => ({ over, to, event })),
    () => tell(() => ({ to: sibling, event })),
    () => learn(({ carried }) => ({ who, term: carried })),
    () => remember(({ carried }) => ({ r0: carried })),
    () => remember((here) => ({ r0: here.held["r1"]!, r1: shallow(boundTo("x", here)) })),
    () => remember(() => ({ r1: nothing })),
    () => fact("did", ({ name, held }) => ({ by: name, message: held["r1"]!.label })),
    () => keep(({ carried }) => ({ store: place, term: carried })),
    () => keep(({ carried }) => ({ store: place, term: shallow(carried) })),
    () => erase(({ carried }) => ({ store: place, term: carried })),
    () => ({ rule: "purge", make: () => ({ store: place }) }),
    () => disclose(({ carried }) => ({ store: place, to: who, last: 2, upTo: carried })),
    () => disclose(() => ({ store: place, to: who })),
    () => fact("did", ({ name, carried }) => ({ by: name, message: carried.label })),
    () => fact("rang", ({ name }) => ({ by: name })),
  ];
  return pick(draw, effects)();
};

const randomPart = (
  draw: Draw,
  size: Size,
  task: string,
  name: string,
  owner: string,
  siblings: readonly string[],
): Part => {
  const restarts = chance(draw, 2);
  const kind = part({
    kind: `${task} ${name}`,
    machine: randomMachine(draw, size, `${task}-${name}`, restarts),
    intents: {
      "user.u0": {
        limit: "fresh",
        carries: fresh((here, count) =>
          body(`${here.owner} ${here.name} ${count}`, { from: here.owner }),
        ),
      },
      "user.u1": { limit: "known", carries: known() },
    },
    ...(restarts ? { onRestart: "device.restarted" } : {}),
    holds: ["r0", "r1"],
    forgets: restarts && chance(draw, 2) ? ["r1"] : [],
    accepts: Object.fromEntries(
      events.filter(() => chance(draw, 3)).map((event) => [event, randomPattern(draw, owner)]),
    ),
    ...(chance(draw, 2) ? { onRefused: pick(draw, events) } : {}),
    emits: Object.fromEntries(
      emissions.map((type) => [
        type,
        Array.from({ length: 1 + draw(2) }, () => randomEffect(draw, size, owner, siblings)),
      ]),
    ),
  });
  return kind.as(name, { owner, unit: pick(draw, [`unit of ${owner}`, name]) }, {});
};

const randomAdversary = (draw: Draw, { channels, bound, stores }: Size, units: readonly string[]) =>
  adversary("mal", {
    says: "Whoever it is.",
    coalition: pick(draw, ["cyd", "mallory"]),
    controls: chance(draw, 3) ? "everything" : [pick(draw, channels), pick(draw, channels)],
    may: (["observe", "drop", "delay", "reorder", "replay", "inject"] as const).filter(
      (ability) => ability === "observe" || !chance(draw, 3),
    ),
    knows: chance(draw, 3) ? [shared] : [],
    corrupts: Object.fromEntries(
      units
        .filter(() => chance(draw, 3))
        .map((unit) => [
          unit,
          { lasting: chance(draw, 2), gives: chance(draw, 2) ? [shared] : [] },
        ]),
    ),
    breaches: stores.filter(() => chance(draw, 3)),
    effort: { injections: Math.min(2, bound["fresh"]!), names: draw(2) },
  });

const randomComposition = (draw: Draw, size: Size, task: string) => {
  const theirs = size.parts.map((name) => [name, pick(draw, owners)] as const);
  const parts = theirs.map(([name, owner]) =>
    randomPart(
      draw,
      size,
      task,
      name,
      owner,
      theirs.filter(([, other]) => other === owner).map(([other]) => other),
    ),
  );
  const units = parts.map(({ unit }) => unit);
  return compose({
    parts,
    channels: size.channels.map((name) =>
      channel(name, {
        from: pick(draw, units),
        to: pick(draw, units),
        order: pick(draw, ["fifo", "unordered"]),
        capacity: 1 + draw(4),
        observers: owners.filter(() => chance(draw, 4)),
        faulty: !chance(draw, 4),
      }),
    ),
    coalitions: [
      coalition("ana", [shared, publicKey(bobs)]),
      coalition("bob", [shared, bobs]),
      coalition("cyd", [publicKey(bobs)]),
    ],
    stores: size.stores.map((name) => store(name, pick(draw, owners), 1 + draw(3))),
    adversaries: [randomAdversary(draw, size, units)],
  });
};

const { noun } =
  vocabulary<
    Record<
      | "did"
      | "rang"
      | "learned"
      | "stored"
      | "erased"
      | "disclosed"
      | "dropped"
      | "unsent"
      | "interrupted",
      { by: string; message: string; from: string; owner: string; reader: string }
    >
  >();

/** One invariant of most patterns over random facts; some of them look at parts, some ask for the same message. */
const randomPromise = (draw: Draw, { parts, promised }: Size) => {
  const about = () => {
    const [seen, state] = [pick(draw, parts), pick(draw, ["x", "y", "z"])];
    const looks = chance(draw, 3);
    return noun({
      of: pick(draw, ["did", "learned", "stored", "erased", "disclosed", "dropped"] as const),
      says: "something happens",
      when: (_, look) => !looks || look(seen).is(state),
    });
  };
  const rang = noun({ of: ["rang", "interrupted", "unsent"], says: "something rings" });
  const unsent = noun({ of: "unsent", says: "something comes that nobody has sent" });
  const [says, forTheSame] = ["it is as it should be", ["message"]];
  const invariants: Readonly<Record<string, Pattern>> = {
    always: always({ says, whenever: about(), holds: about(), forTheSame }),
    before: before({
      says,
      whenever: about(),
      mustAlready: about(),
      unless: about(),
      forTheSame,
    }),
    leadsTo: leadsTo({ says, whenever: about(), mustFollow: about(), forTheSame }),
    never: never({ says, what: about(), outOf: about(), after: rang, until: about() }),
    once: atMostOnce({ says, what: about(), per: rang }),
    onceEach: atMostOnce({ says, what: about(), unless: unsent, forTheSame }),
    possible: possible({ says, what: about() }),
    since: since({ says, whenever: about(), mustAlready: about(), since: rang }),
    within: within({ says, whenever: about(), mustFollow: about(), within: draw(6), forTheSame }),
    confined: confined({
      says,
      whenever: noun({
        of: "learned",
        says: "somebody reads",
        naming: ({ by }) => ({ reader: by }),
      }),
      shared: noun({
        of: "disclosed",
        says: "somebody shows",
        naming: ({ owner }) => ({ by: owner }),
      }),
      audience: (read) => [String(read["from"])],
    }),
    notBefore: notBefore({ says, what: about(), after: rang, atLeast: draw(6) }),
  };
  const chosen = Object.entries(invariants).filter(([id]) => id === "leadsTo" || promised(draw));
  return promise({
    id: "R",
    title: "A promise",
    says,
    source: "chance",
    invariants: Object.fromEntries(chosen),
  });
};

/** A protocol that nobody would want, with every feature of wiring, all faults and a promise of most patterns. */
export const randomTask = (draw: Draw, name: string, size: Size): Task => {
  const composition = randomComposition(draw, size, name);
  const chaos = protocol<object>({ name: "chaos", says: "chaos", compose: () => composition });
  const story = scenario<object>({
    says: "anything",
    protocols: [chaos],
    cast: {},
    mayDo: Object.fromEntries(
      owners
        .filter((owner) => composition.parts.some((one) => one.owner === owner))
        .map((owner) => [owner, ["user.u0", "user.u1"]]),
    ),
    bound: size.bound,
    faults: size.faults(draw),
    adversary: size.attacked ? "mal" : undefined,
  });
  return {
    scenario: story as Task["scenario"],
    scenarioName: name,
    protocol: chaos as Task["protocol"],
    promises: [randomPromise(draw, size)],
  };
};

/** Random protocols that the engine takes; those that it refuses, it refuses for one of these reasons. */
export const eachTask = (
  seeds: readonly number[],
  visit: (task: Task) => void,
  size: Size = large,
): Map<string, number> => {
  const refused = new Map<string, number>();
  for (const seed of seeds)
    try {
      visit(randomTask(drawing(seed), `random-${seed}`, size));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      const reason = /hands on more than|parts that start|cannot derive|racing|ill-formed/.exec(
        error.message,
      )?.[0];
      expect(reason, error.message).toBeDefined();
      refused.set(reason!, (refused.get(reason!) ?? 0) + 1);
    }
  return refused;
};

export const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);
