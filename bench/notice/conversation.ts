import { part, send } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import { states, type Mode } from "./words.ts";

interface Roles {
  user: string;
  business: string;
}

interface Context {
  /** What the client takes the business's mode to be; possibly stale. */
  cache: Mode;
  /** Modes whose notice the user has acknowledged, in ascending order. */
  acknowledged: readonly Mode[];
}

type Event =
  | { type: "app.refresh"; sees: { mode: Mode } }
  | { type: "user.open" | "user.acknowledge" | "user.close" | "user.send" | "net.receipt" }
  | { type: "net.bounce"; mode: Mode };

/** One user's chat with one business: before the first message under a mode, its notice has to be acknowledged. */
export const conversation = part<Roles>({
  kind: "conversation",
  machine: setup({
    types: { context: {} as Context, events: {} as Event },
    guards: {
      isStale: ({ context, event }) =>
        event.type === "app.refresh" && event.sees.mode !== context.cache,
      needsNoNotice: ({ context }) =>
        context.cache === 0 || context.acknowledged.includes(context.cache),
    },
    actions: {
      refresh: assign(({ context, event }) => ({
        cache: event.type === "app.refresh" ? event.sees.mode : context.cache,
      })),
      correct: assign(({ context, event }) => ({
        cache: event.type === "net.bounce" ? event.mode : context.cache,
      })),
      remember: assign(({ context: { acknowledged, cache } }) => ({
        acknowledged: [...new Set([...acknowledged, cache])].toSorted(
          (left, right) => left - right,
        ),
      })),
      acknowledge: emit(({ context }) => ({ type: "notice.acknowledged", mode: context.cache })),
      write: emit(({ context }) => ({ type: "message.written", key: context.cache })),
    },
  }).createMachine({
    id: "conversation",
    context: { cache: 0, acknowledged: [] },
    initial: "closed",
    on: {
      "app.refresh": { guard: "isStale", target: ".closed", actions: "refresh" },
      "net.bounce": { target: ".closed", actions: "correct" },
      "net.receipt": {},
    },
    states: {
      closed: { on: { "user.open": [{ guard: "needsNoNotice", target: "open" }, "notice"] } },
      notice: {
        on: {
          "user.acknowledge": { target: "open", actions: ["remember", "acknowledge"] },
          "user.close": "closed",
        },
      },
      open: { on: { "user.send": { actions: "write" }, "user.close": "closed" } },
    },
  }),
  reads: {
    mode: {
      of: ({ business }) => business,
      as: ({ context }) => context["mode"] as Mode,
      on: ["app.refresh"],
    },
  },
  intents: {
    "app.refresh": {},
    "user.open": {},
    "user.acknowledge": {},
    "user.close": {},
    "user.send": {},
  },
  emits: {
    "notice.acknowledged": [
      states("acknowledged", ({ user, business, it }) => ({
        user,
        business,
        mode: it["mode"] as Mode,
      })),
    ],
    "message.written": [
      send(({ user, business, it }) => ({
        over: `to ${business}`,
        to: business,
        event: { type: "net.message", user, key: it["key"]! },
      })),
      states("queued", ({ user, business, it }) => ({
        user,
        business,
        key: it["key"] as number,
      })),
    ],
  },
});
