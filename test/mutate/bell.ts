import { emit, setup } from "xstate";
import {
  always,
  channel,
  coalition,
  compose,
  part,
  possible,
  promise,
  protocol,
  scenario,
  send,
  vocabulary,
} from "../../src/index.ts";
import type { Task } from "../../src/search/index.ts";

/** A bell at a door: somebody rings, or waits; somebody hears it, once or again. */
const { noun, states } = vocabulary<{
  heard: object;
  heardAgain: object;
  waited: object;
  rang: object;
  left: object;
}>();

/** What of the bell is seen beside its ringing. */
export interface Told {
  /** Whether it is a fact that somebody waits. */
  readonly waiting?: boolean;
  /** Whether it is a fact that the bell is heard again. */
  readonly again?: boolean;
}

const ringer = ({ waiting }: Told) =>
  part<{ readonly units: readonly string[] }>({
    kind: "ringer",
    machine: setup({
      actions: {
        ring: emit({ type: "ringer.rings" }),
        wait: emit({ type: "ringer.waits" }),
        leave: emit({ type: "ringer.leaves" }),
      },
    }).createMachine({
      id: "ringer",
      initial: "before",
      states: {
        before: {
          on: {
            "user.ring": { target: "after", actions: "ring" },
            "user.wait": { actions: "wait" },
          },
        },
        after: { on: { "user.leave": { target: "gone", actions: "leave" } } },
        gone: {},
      },
    }),
    intents: { "user.ring": { limit: "rings" }, "user.wait": { limit: "waits" }, "user.leave": {} },
    emits: {
      "ringer.rings": [
        states("rang", () => ({})),
        send(({ units }) =>
          units.map((unit) => ({ over: unit, to: unit, event: { type: "net.ring" } })),
        ),
      ],
      "ringer.leaves": [states("left", () => ({}))],
      "ringer.waits": waiting ? [states("waited", () => ({}))] : [],
    },
  });

const hearer = ({ again }: Told) =>
  part<object>({
    kind: "hearer",
    machine: setup({
      actions: { hear: emit({ type: "hearer.hears" }), nod: emit({ type: "hearer.nods" }) },
    }).createMachine({
      id: "hearer",
      initial: "idle",
      states: {
        idle: { on: { "net.ring": { target: "alert", actions: "hear" } } },
        alert: { on: { "net.ring": { target: "weary", actions: "nod" } } },
        weary: {},
      },
    }),
    emits: {
      "hearer.hears": [states("heard", () => ({}))],
      "hearer.nods": again ? [states("heardAgain", () => ({}))] : [],
    },
  });

/** Shows what the bell lets others hear. */
const lamp = part<object>({
  kind: "lamp",
  machine: setup({ actions: { shine: emit({ type: "lamp.shines" }) } }).createMachine({
    id: "lamp",
    initial: "dark",
    states: { dark: { on: { "net.ring": { target: "lit", actions: "shine" } } }, lit: {} },
  }),
  emits: { "lamp.shines": [states("heard", () => ({}))] },
});

type Where = "bell" | "lamp" | "both";

/** Declares each kind of part once; what a cast has of them is up to it. */
const doorWith = (told: Told) => {
  const [person, ear] = [ringer(told), hearer(told)];
  return protocol<unknown>({
    name: "door",
    says: "A door with a bell, or a lamp for who cannot hear one.",
    compose: (cast) => {
      const { at } = cast as { readonly at: Where };
      const units = at === "both" ? ["bell", "lamp"] : [at];
      return compose({
        parts: [
          person.as("ringer", { owner: "ringer" }, { units }),
          ...units.map((unit) => (unit === "bell" ? ear : lamp).as(unit, { owner: "hearer" }, {})),
        ],
        channels: units.map((unit) => channel(unit, { from: "ringer", to: unit })),
        coalitions: [coalition("ringer", []), coalition("hearer", [])],
      });
    },
  });
};

/** Holds whatever comes: it is there for somebody to read the fact. */
const saidToBe = (of: "rang" | "heardAgain" | "waited", says: string) => {
  const fact = noun({ of, says: says.toLowerCase() });
  return always({ says, whenever: fact, holds: fact });
};

const bell = promise({
  id: "D",
  title: "A bell is a bell",
  says: "Whoever rings is heard.",
  source: "a sign on the door",
  invariants: {
    "D.a": possible({ says: "It can be heard", what: noun({ of: "heard", says: "it is heard" }) }),
    "D.b": saidToBe("rang", "Somebody rings"),
    "D.c": saidToBe("heardAgain", "It is heard again"),
    "D.d": saidToBe("waited", "Somebody waits"),
  },
});

/** Somebody at a door, once, wherever it is played: what may fail there, and what it is about. */
export const atTheDoor = (
  told: Told,
  ...played: readonly (Pick<Partial<Task["scenario"]>, "about" | "faults"> & {
    readonly at: Where;
  })[]
): readonly Task[] => {
  const door = doorWith(told);
  return played.map(({ at, about = ["D.b"], faults = {} }) => ({
    scenario: scenario<unknown>({
      says: "Somebody rings once, and may wait.",
      protocols: [door],
      cast: { at },
      mayDo: { ringer: ["user.ring", "user.wait", "user.leave"] },
      bound: { moves: 8, waits: 1, rings: 1 },
      faults,
      about,
    }),
    scenarioName: at,
    protocol: door,
    promises: [bell],
  }));
};
