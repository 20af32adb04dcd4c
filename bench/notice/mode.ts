import { learn, part, send, tell } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import { whatIsRead, type Mode } from "./words.ts";

/** Which messages a business accepts: those made for its mode, or (seeded bug) for any mode of the same kind. */
export type Acceptance = "same mode" | "same kind";

interface Roles {
  business: string;
  accepts: Acceptance;
}

type Event = { type: "owner.flip"; to: Mode } | { type: "net.message"; user: string; key: Mode };

const readByHost = (mode: Mode): boolean => mode > 0;

/** How a business handles its chats, and what it does with messages made for another way. */
export const businessMode = part<Roles>({
  kind: "businessMode",
  machine: setup({
    types: {
      context: {} as { mode: Mode; accepts: Acceptance },
      input: {} as { accepts: Acceptance },
      events: {} as Event,
    },
    guards: {
      isAnother: ({ context, event }) => event.type === "owner.flip" && event.to !== context.mode,
      isAcceptable: ({ context: { mode, accepts }, event }) =>
        event.type === "net.message" &&
        (accepts === "same mode" ? event.key === mode : readByHost(event.key) === readByHost(mode)),
    },
    actions: {
      flip: assign(({ context, event }) => ({
        mode: event.type === "owner.flip" ? event.to : context.mode,
      })),
      accept: emit(({ context, event }) => ({
        type: "message.accepted",
        user: event.type === "net.message" ? event.user : "",
        mode: context.mode,
      })),
      bounce: emit(({ context, event }) => ({
        type: "message.bounced",
        user: event.type === "net.message" ? event.user : "",
        mode: context.mode,
      })),
    },
  }).createMachine({
    id: "businessMode",
    context: ({ input }) => ({ mode: 0, accepts: input.accepts }),
    on: {
      "owner.flip": { guard: "isAnother", actions: "flip" },
      "net.message": [{ guard: "isAcceptable", actions: "accept" }, { actions: "bounce" }],
    },
  }),
  input: ({ accepts }) => ({ accepts }),
  intents: { "owner.flip": { fields: () => ({ to: [0, 1, 2] }), limit: "flips" } },
  emits: {
    "message.accepted": [
      tell(({ business, it }) => ({
        to: `inbox ${String(it["user"])}/${business}`,
        event: { type: "message.arrives" },
      })),
      learn(({ business, it }) =>
        readByHost(it["mode"] as Mode)
          ? {
              who: "hosts",
              term: whatIsRead(it["user"] as string, business, it["mode"] as Mode),
            }
          : undefined,
      ),
    ],
    "message.bounced": [
      send(({ business, it }) => ({
        over: `to ${String(it["user"])}`,
        to: `${String(it["user"])}/${business}`,
        event: { type: "net.bounce", mode: it["mode"]! },
      })),
    ],
  },
});
