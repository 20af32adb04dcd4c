import { assign, emit, setup } from "xstate";
import {
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
  pair,
  part,
  possible,
  promise,
  protocol,
  publicKey,
  purge,
  remember,
  scenario,
  seal,
  secret,
  send,
  store,
  tell,
  vocabulary,
  within,
  type Accept,
  type Effect,
  type Here,
  type Term,
} from "../../../src/index.ts";
import type { Task } from "../../../src/search/index.ts";
import type { FaultKind } from "../../../src/world/index.ts";
import type { Draw } from "../../machine/draw.ts";

interface Roles {
  me: string;
  others: readonly string[];
}

/** Where one person can be treated otherwise than the rest; `nowhere` makes true twins. */
export const biases = [
  "nowhere",
  "wiring",
  "hub wiring",
  "pattern",
  "machine",
  "memory",
  "sight",
  "fresh",
  "known",
  "about",
  "freedom",
  "capacity",
  "knowledge",
  "promise",
  "look",
  "audience",
] as const;
export type Bias = (typeof biases)[number];

const pick = <One>(draw: Draw, from: readonly One[]): One => from[draw(from.length)]!;
const chance = (draw: Draw, outOf: number): boolean => draw(outOf) === 0;
const shared = secret("shared key");
const keyOf = (name: string): Term => secret(`key of ${name}`);
const events = ["e0", "e1"];
const emissions = ["o0", "o1", "o2"];

/** Parts of one machine for all people; it answers some events in some of its states, waits, and may restart. */
const personMachine = (draw: Draw, id: string) => {
  const states = ["x", "y"];
  const outputs = () =>
    Array.from({ length: 1 + draw(2) }, () => emit({ type: pick(draw, emissions) }));
  const transition = () => ({ target: `#${id}.${pick(draw, states)}`, actions: outputs() });
  const on = () =>
    Object.fromEntries(
      [...events, "user.u0", "user.u1"]
        .filter(() => !chance(draw, 4))
        .map((event) => [event, transition()]),
    );
  return setup({}).createMachine({
    id,
    initial: "x",
    on: chance(draw, 2) ? { "device.restarted": { target: ".x", actions: outputs() } } : {},
    states: Object.fromEntries(
      states.map((state) => [
        state,
        { on: on(), ...(chance(draw, 3) ? { after: { [1 + draw(3)]: transition() } } : {}) },
      ]),
    ),
  });
};

/** What everybody shares: it hears names and remembers the last one, and may go on by itself for ever. */
const hubMachine = (id: string, bias: Bias, beats: boolean) =>
  setup({
    types: {
      context: {} as { last: string },
      events: {} as { type: "h0" | "h1"; from: string },
    },
    guards: {
      again: ({ context, event }) => event.from === context.last,
      special: ({ event }) => bias === "machine" && event.from === "ana",
    },
    actions: {
      note: assign(({ context, event }) => ({
        last: bias === "memory" && event.from === "ana" ? context.last : event.from,
      })),
      pass: emit(({ context, event }) => ({ type: "o0", from: event.from, last: context.last })),
      answer: emit(({ context, event }) => ({ type: "o1", from: event.from, last: context.last })),
      beat: emit(({ context }) => ({ type: "o2", from: context.last, last: context.last })),
    },
  }).createMachine({
    id,
    context: { last: "nobody" },
    initial: "on",
    states: {
      on: {
        after: beats ? { 2: { target: "on", reenter: true, actions: "beat" } } : {},
        on: {
          h0: [
            { guard: "special", actions: ["answer", "note"] },
            { guard: "again", actions: "answer" },
            { actions: ["pass", "note"] },
          ],
          h1: { actions: ["note", "pass"] },
        },
      },
    },
  });

/** Something that a person's part brings about; whom it concerns follows from who it belongs to. */
const personEffect = (draw: Draw, bias: Bias): Effect<Roles> => {
  const event = { type: pick(draw, events) };
  const ask = pick(draw, ["h0", "h1"]);
  const [change, onlySome] = [draw(5), chance(draw, 2)];
  const changed = ({ me, carried }: Here<Roles>): Term => {
    if (carried.label.length > 60) return carried;
    return [
      carried,
      pair(carried, atom(me)),
      hash(carried),
      seal(publicKey(keyOf(me)), carried),
      encrypt(shared, carried),
    ][change]!;
  };
  const spared = ({ me }: Roles): boolean => bias === "wiring" && onlySome && me === "ana";
  const effects: readonly (() => Effect<Roles>)[] = [
    () =>
      send((here) =>
        spared(here)
          ? undefined
          : {
              over: "to hub",
              to: "hub",
              event: { type: ask, from: here.me },
              carrying: changed(here),
            },
      ),
    () =>
      send((here) => ({
        over: `${here.me}→hub`,
        to: "hub",
        event: { type: ask, from: here.me },
        carrying: changed(here),
      })),
    () =>
      send((here) =>
        here.others.map((other) => ({
          over: `${here.me}→${other}`,
          to: `${other}.desk`,
          event,
          carrying: changed(here),
        })),
      ),
    () => tell(({ me }) => ({ to: `${me}.pad`, event })),
    () => learn((here) => (spared(here) ? undefined : { who: "cyd", term: here.carried })),
    () => remember((here) => ({ last: here.carried })),
    () => remember((here) => ({ last: "x" in here.bound ? here.bound["x"]! : changed(here) })),
    () => fact("did", ({ me, held }) => ({ by: me, message: held["last"]!.label })),
    () => keep((here) => ({ store: `drawer of ${here.me}`, term: here.carried })),
    () => keep((here) => ({ store: "shelf", term: changed(here) })),
    () => erase(({ me, carried }) => ({ store: `drawer of ${me}`, term: carried })),
    () =>
      purge(({ me }) => (spared({ me, others: [] }) ? undefined : { store: `drawer of ${me}` })),
    () =>
      disclose(({ me, carried }) => ({
        store: `drawer of ${me}`,
        to: "cyd",
        last: 2,
        upTo: carried,
      })),
    () => disclose(({ me }) => ({ store: "shelf", to: me })),
    () =>
      fact("did", (here) =>
        spared(here) ? undefined : { by: here.me, message: here.carried.label },
      ),
    () => fact("rang", ({ me }) => ({ by: me })),
  ];
  return pick(draw, effects)();
};

const hubEffect = (draw: Draw, bias: Bias, people: readonly string[]): Effect => {
  const event = { type: pick(draw, events) };
  const isPerson = (name: unknown): boolean => people.includes(String(name));
  const to = (name: unknown) => ({
    over: `hub→${String(name)}`,
    to: `${String(name)}.desk`,
    event,
  });
  /** What concerns a person, if it is one. */
  const about = <Out>(name: unknown, make: (name: string) => Out): Out | undefined =>
    isPerson(name) && !(bias === "hub wiring" && name === "ana") ? make(String(name)) : undefined;
  const effects: readonly (() => Effect)[] = [
    () => send(({ it }) => about(it["from"], to)),
    () => send(({ it }) => about(it["last"], to)),
    () => send(({ it }) => people.filter((name) => name !== it["from"]).map((name) => to(name))),
    () =>
      fact("did", ({ it, carried }) => about(it["from"], (by) => ({ by, message: carried.label }))),
    () => fact("rang", ({ it }) => about(it["last"], (by) => ({ by }))),
    () => keep(({ carried }) => ({ store: "shelf", term: carried })),
  ];
  return pick(draw, effects)();
};

const randomEmits = <E>(draw: Draw, effect: () => E): Record<string, E[]> =>
  Object.fromEntries(emissions.map((type) => [type, Array.from({ length: 1 + draw(2) }, effect)]));

const composition = (draw: Draw, id: string, bias: Bias, people: readonly string[]) => {
  const intents = {
    "user.u0": {
      limit: "fresh",
      carries: fresh<Roles>(({ me, name }, count) => {
        const text = body(`${id}: ${name} ${count}`, {
          from: me,
          mood: bias === "about" && me === "ana" ? "sad" : "glad",
        });
        return bias === "fresh" && me === "ana" ? pair(text, atom("greetings")) : text;
      }),
    },
    "user.u1": {
      limit: "known",
      carries: known<Roles>(
        ({ about }, { me }) => bias !== "known" || about["from"] !== "ana" || me === "ana",
      ),
    },
  };
  const x = anything("x");
  const takes = pick<Accept<Roles>>(draw, [
    () => x,
    ({ me }) => pair(x, atom(me)),
    ({ me }) => seal(publicKey(keyOf(me)), x),
    ({ held }) => held["last"],
    () => anything("x", { kinds: ["body", "encrypt"] }),
  ]);
  const takesAll: Accept<Roles> = ({ me }) => (me === "ana" ? undefined : x);
  const picky = chance(draw, 2) ? { e0: takes } : {};
  const pattern = bias === "pattern" ? { e0: takesAll } : picky;
  const person = (kind: string) =>
    part<Roles>({
      kind: `${id} ${kind}`,
      machine: personMachine(draw, `${id}-${kind}`),
      intents,
      reads: {
        hub: {
          of: () => "hub",
          as: ({ context }) =>
            bias === "sight" ? context["last"] === "ana" : context["last"] === "nobody",
          on: ["e0"],
        },
      },
      onRestart: "device.restarted",
      holds: ["last"],
      forgets: chance(draw, 2) ? ["last"] : [],
      accepts: pattern,
      ...(chance(draw, 2) ? { onRefused: "e1" } : {}),
      emits: randomEmits(draw, () => personEffect(draw, bias)),
    });
  const hub = part({
    kind: `${id} hub`,
    machine: hubMachine(`${id}-hub`, bias, chance(draw, 3)),
    emits: {
      ...randomEmits(draw, () => hubEffect(draw, bias, people)),
      ...(chance(draw, 2) ? { o2: [] } : {}),
    },
  });
  const [desk, pad] = [person("desk"), person("pad")];
  const options = () => ({
    order: pick(draw, ["fifo", "unordered"] as const),
    capacity: 1 + draw(2),
    faulty: !chance(draw, 4),
  });
  // Where one part writes to several people, whoever watches would see whom it writes to first.
  const watched = () => ({ ...options(), observers: chance(draw, 3) ? ["cyd"] : [] });
  const [between, down, up, common] = [options(), options(), watched(), watched()];
  const drawer = 1 + draw(2);
  return compose({
    parts: [
      hub.as("hub", { owner: "cyd" }, {}),
      ...people.flatMap((me) => {
        const roles = { me, others: people.filter((name) => name !== me) };
        return [
          desk.as(`${me}.desk`, { owner: me, unit: `${me}.phone` }, roles),
          pad.as(`${me}.pad`, { owner: me, unit: `${me}.phone` }, roles),
        ];
      }),
    ],
    channels: [
      channel("to hub", { from: "hub", to: "hub", ...common }),
      ...people.flatMap((me) => [
        channel(`${me}→hub`, { from: `${me}.phone`, to: "hub", ...up }),
        channel(`hub→${me}`, {
          from: "hub",
          to: `${me}.phone`,
          ...down,
          ...(bias === "capacity" && me === "ana" ? { capacity: 3 } : {}),
        }),
        ...people
          .filter((name) => name !== me)
          .map((name) =>
            channel(`${me}→${name}`, { from: `${me}.phone`, to: `${name}.phone`, ...between }),
          ),
      ]),
    ],
    coalitions: [
      coalition(
        "cyd",
        people.map((name) => publicKey(keyOf(name))),
      ),
      ...people.map((me) =>
        coalition(me, [
          ...(bias === "knowledge" && me === "ana" ? people.map(keyOf) : [keyOf(me)]),
          shared,
          ...people.map((name) => publicKey(keyOf(name))),
        ]),
      ),
    ],
    stores: [store("shelf", "cyd", 2), ...people.map((me) => store(`drawer of ${me}`, me, drawer))],
    domains: { by: people, from: people },
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

const twinPromise = (draw: Draw, bias: Bias, people: readonly string[]) => {
  const about = () => {
    const [state, looks] = [pick(draw, ["x", "y"]), chance(draw, 2)];
    return noun({
      of: pick(draw, ["did", "learned", "stored", "erased", "disclosed", "dropped"] as const),
      says: "something happens",
      when: ({ from, by }, look) => {
        if (bias === "promise" && from === "ana") return false;
        if (!looks || !people.includes(from)) return true;
        return look(`${bias === "look" ? people[0]! : from}.desk`).is(state) || by === "cyd";
      },
    });
  };
  const readsIt = noun({ of: ["learned", "disclosed"], says: "somebody reads" });
  const rang = noun({ of: ["rang", "interrupted", "unsent"], says: "something rings" });
  const [says, forTheSame] = ["it is as it should be", ["message"]];
  return promise({
    id: "R",
    title: "A promise",
    says,
    source: "chance",
    invariants: {
      always: always({ says, whenever: about(), holds: about(), forTheSame }),
      before: before({ says, whenever: about(), mustAlready: about(), forTheSame: ["from"] }),
      leadsTo: leadsTo({ says, whenever: readsIt, mustFollow: about(), forTheSame }),
      never: never({ says, what: about(), outOf: about(), after: rang, until: about() }),
      onceEach: atMostOnce({ says, what: rang, forTheSame: ["by"] }),
      possible: possible({ says, what: about() }),
      within: within({ says, whenever: about(), mustFollow: about(), within: draw(4), forTheSame }),
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
        audience: (read) =>
          bias === "audience" && read["from"] === "ana" ? [...people] : [String(read["from"])],
      }),
    },
  });
};

/** A random protocol among people who are alike in everything, save where the bias says. */
export const twinTask = (draw: Draw, id: string, bias: Bias, count: 2 | 3): Task => {
  const people = ["ana", "bob", "cem"].slice(0, count);
  const made = composition(draw, id, bias, people);
  const chaos = protocol<object>({ name: "chaos", says: "chaos", compose: () => made });
  const faults: readonly FaultKind[] = [
    "drop",
    "duplicate",
    "reorder",
    "delay",
    "offline",
    "crash",
    "skew",
  ];
  const story = scenario<object>({
    says: "anything",
    protocols: [chaos],
    cast: {},
    mayDo: Object.fromEntries(
      people.map((me) => [
        `${me}.desk`,
        bias === "freedom" && me === "ana" ? ["user.u0"] : ["user.u0", "user.u1"],
      ]),
    ),
    // Short walks do not meet what tells people apart; the search itself has to.
    bound: { moves: pick(draw, [1, 25]), fresh: 1, known: 1 },
    faults: chance(draw, 3) ? {} : { [pick(draw, faults)]: 1 },
  });
  return {
    scenario: story as Task["scenario"],
    scenarioName: id,
    protocol: chaos as Task["protocol"],
    promises: [twinPromise(draw, bias, people)],
  };
};
