import { assign, emit, setup } from "xstate";
import {
  adversary,
  body,
  channel,
  coalition,
  compose,
  fresh,
  indistinguishable,
  part,
  promise,
  protocol,
  scenario,
  send,
  type Fragment,
} from "../../../src/index.ts";
import type { Task } from "../../../src/search/index.ts";

/** Ana and Eve post letters at one counter, and Ana gets a receipt for each of hers. */
const customer = part<{ name: string; limit: string }>({
  kind: "customer",
  machine: setup({
    actions: { post: emit({ type: "wire.post" }) },
  }).createMachine({
    id: "customer",
    initial: "waiting",
    states: { waiting: { on: { "user.post": { actions: "post" }, "net.receipt": {} } } },
  }),
  intents: {
    "user.post": {
      carries: fresh(({ name }, count) => body(`letter ${count} of ${name}`, { from: name })),
      limit: "letters",
    },
  },
  emits: {
    "wire.post": [
      send(({ name }) => ({
        over: "street",
        to: "desk",
        event: { type: "net.letter", from: name },
      })),
    ],
  },
});

/** What the desk does that makes letters of others show: in its receipts, in their time, or in what customers may do. */
export type Habit = "discreet" | "numbers" | "batches" | "closes" | "swaps";

const desk = part<{ habit: Habit }>({
  kind: "desk",
  machine: setup({
    types: {
      context: {} as { habit: Habit; count: number; owed: boolean },
      input: {} as { habit: Habit },
      events: {} as { type: "net.letter"; from: string },
    },
    guards: {
      isAnas: ({ event }) => event.from === "ana",
      isOrderly: ({ context, event }) => context.habit !== "batches" && event.from === "ana",
      owes: ({ context }) => context.owed,
      batches: ({ context }) => context.habit === "batches",
      swaps: ({ context, event }) => context.habit === "swaps" && event.from === "eve",
    },
    actions: {
      count: assign(({ context }) => ({
        count: context.habit === "numbers" ? Math.min(context.count + 1, 4) : 0,
      })),
      owe: assign(({ event }) => ({ owed: event.from === "ana" })),
      settle: assign({ owed: false }),
      receipt: emit(({ context }) => ({ type: "wire.receipt", number: context.count })),
      archive: emit({ type: "wire.archive", first: "stamp", second: "copy" }),
      archiveOtherwise: emit({ type: "wire.archive", first: "copy", second: "stamp" }),
    },
    delays: { soon: 5 },
  }).createMachine({
    id: "desk",
    context: ({ input: { habit } }) => ({ habit, count: 0, owed: false }),
    initial: "open",
    states: {
      open: {
        on: {
          "net.letter": [
            { guard: "swaps", target: "muddled", actions: "count" },
            { guard: "isOrderly", actions: ["count", "receipt", "archive"] },
            { guard: "batches", target: "collecting", actions: "owe" },
            { actions: "count" },
          ],
        },
      },
      muddled: {
        on: {
          "net.letter": [
            { guard: "isOrderly", actions: ["receipt", "archiveOtherwise"] },
            { actions: "count" },
          ],
        },
      },
      collecting: {
        on: { "net.letter": [{ guard: "isAnas", actions: "owe" }, {}] },
        after: {
          soon: [
            { guard: "owes", target: "open", actions: ["settle", "receipt"] },
            { target: "open" },
          ],
        },
      },
    },
  }),
  input: ({ habit }) => ({ habit }),
  emits: {
    "wire.receipt": [
      send(({ it }) => ({
        over: "back street",
        to: "ana",
        event: { type: "net.receipt", number: it["number"] as number },
      })),
    ],
    "wire.archive": [
      send(({ it }) =>
        [it["first"], it["second"]].map((which) => ({
          over: "to the cellar",
          to: "archive",
          event: { type: `net.${which}` },
        })),
      ),
    ],
  },
});

const archive = part({
  kind: "archive",
  machine: setup({}).createMachine({
    id: "archive",
    initial: "keeping",
    states: { keeping: { on: { "net.stamp": {}, "net.copy": {} } } },
  }),
});

const town = (habit: Habit): Fragment => ({
  parts: [
    customer.as("ana", { owner: "ana", unit: "town" }, { name: "ana", limit: "letters" }),
    customer.as("eve", { owner: "eve", unit: "town" }, { name: "eve", limit: "letters" }),
    desk.as("desk", { owner: "office", unit: "office" }, { habit }),
    archive.as("archive", { owner: "office", unit: "cellar" }, {}),
  ],
  channels: [
    // One street for all: what Eve has posted stands before what Ana posts.
    channel("street", { from: "town", to: "office", capacity: 2 }),
    channel("back street", { from: "office", to: "town", capacity: 2 }),
    channel("to the cellar", { from: "office", to: "cellar", capacity: 2 }),
  ],
  coalitions: [coalition("ana"), coalition("eve"), coalition("office")],
  adversaries: [
    adversary("window", {
      says: "Ana looks out of her window, and sees what lies in the street",
      coalition: "ana",
      controls: ["street"],
      may: ["observe"],
    }),
    adversary("sweeper", {
      says: "Ana sweeps the street without looking, and takes what lies there",
      coalition: "ana",
      controls: ["street"],
      may: ["drop"],
    }),
    adversary("thief", {
      says: "A stranger takes letters out of the street without looking",
      coalition: "a stranger",
      controls: ["street"],
      may: ["drop", "delay"],
    }),
    adversary("copyist", {
      says: "Eve posts letters again that lay in the street",
      coalition: "eve",
      controls: ["street"],
      may: ["observe", "replay"],
      effort: { injections: 1 },
    }),
  ],
});

const secrecy = (traits: readonly ("timing" | "choices" | "traffic")[]) =>
  promise({
    id: "T1",
    title: "Nobody learns of others' letters",
    says: "What a customer sees does not depend on what others post.",
    source: "the office's own notice",
    invariants: {
      "T1.a": indistinguishable({
        says: "Ana's receipts do not depend on Eve's letters",
        observer: {
          says: "Ana",
          of: ({ kind, owner }) => (kind === "customer" && owner === "ana" ? owner : undefined),
        },
        secret: {
          says: "whether Eve posts anything",
          moves: ({ part: { name } }) => name === "eve",
        },
        traits,
      }),
    },
  });

/** Up to two letters of each, under a habit of the desk. */
export const townTask = (
  habit: Habit,
  traits: readonly ("timing" | "choices" | "traffic")[] = [],
  faults: Task["scenario"]["faults"] = {},
): Task => {
  const declared = protocol<unknown>({
    name: habit,
    says: `The desk: ${habit}.`,
    compose: () => compose(town(habit)),
  });
  return {
    scenarioName: "letters",
    protocol: declared,
    promises: [secrecy(traits)],
    scenario: scenario<unknown>({
      says: "Ana and Eve post letters.",
      protocols: [declared],
      cast: {},
      mayDo: { ana: ["user.post"], eve: ["user.post"] },
      faults,
      bound: { moves: 30, letters: 2 },
      about: ["T1.a"],
    }),
  };
};
