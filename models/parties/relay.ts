import { nothing, part, send, tell, type Here, type Term } from "#sealcheck";
import { emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { copiesIn } from "../keys.ts";
import { endpointOf, type Version } from "../version.ts";
import { states } from "../vocabulary.ts";

/** Carries envelopes to one device and wakes it up. What is inside an envelope it cannot tell. */
export const deviceRelay = part<{ device: string }>({
  kind: "deviceRelay",
  machine: setup({
    types: { events: {} as { type: "net.envelope" } },
    actions: {
      forward: emit(({ event }) => ({ ...event, type: "wire.forward" })),
      wakeUp: emit({ type: "relay.wakesUp" }),
    },
  }).createMachine({
    id: "deviceRelay",
    initial: "forwarding",
    states: { forwarding: { on: { "net.envelope": { actions: ["forward", "wakeUp"] } } } },
  }),
  emits: {
    "wire.forward": [
      send(({ device, it }) => ({
        over: `relay→${device}`,
        to: `${device}/${it["from"]}`,
        event: { ...it, type: `net.${it["holds"]}` },
      })),
    ],
    "relay.wakesUp": [
      tell(({ device }) => ({
        to: `push/${device}`,
        event: { type: "relay.wakes" },
        carrying: nothing,
      })),
    ],
  },
});

interface BusinessRelayRoles {
  business: string;
  version: Version;
}

/**
 * Carries envelopes to wherever a business opens its messages now. Where the protocol compares and rejects, an
 * envelope written for another mode goes back unopened.
 */
export const businessRelay = part<BusinessRelayRoles>({
  kind: "businessRelay",
  machine: setup({
    types: {
      context: {} as { compares: boolean },
      input: {} as { compares: boolean },
      events: {} as {
        type: "net.toBusiness";
        from: string;
        mode: Mode;
        stamp: number;
        sees: { mode: Mode | "changing"; stamp: number };
      },
    },
    guards: {
      isStale: ({ context, event: { mode, stamp, sees } }) =>
        context.compares && (mode !== sees.mode || stamp !== sees.stamp),
    },
    actions: {
      forward: emit(({ event: { from, mode, stamp, sees } }) => ({
        type: "wire.forward",
        from,
        mode,
        stamp,
        now: sees.mode,
      })),
      bounce: emit(({ event }) => ({ type: "wire.bounce", from: event.from })),
    },
  }).createMachine({
    id: "businessRelay",
    initial: "routing",
    context: ({ input }) => input,
    states: {
      routing: {
        on: { "net.toBusiness": [{ guard: "isStale", actions: "bounce" }, { actions: "forward" }] },
      },
    },
  }),
  input: ({ version }) => ({ compares: version.comparesAndRejects }),
  reads: {
    mode: { of: ({ business }) => `${business}.mode`, as: ({ value }) => value as string },
    stamp: {
      of: ({ business }) => `${business}.mode`,
      as: ({ context }) => context["stamp"] as number,
    },
  },
  emits: {
    "wire.forward": [
      send((here) =>
        deliveries(here).map(({ to, copy }) => ({
          over: `relay→${to}`,
          to,
          event: { ...here.it, type: "net.message" },
          carrying: copy,
        })),
      ),
      states("routed", (here) =>
        deliveries(here).map(({ to, copy }) => ({
          message: messageIn(copy),
          business: here.business,
          to,
        })),
      ),
    ],
    "wire.bounce": [
      send(({ business, it }) => ({
        over: `relay→${it["from"]}`,
        to: `${it["from"]}/${business}`,
        event: { type: "net.bounce" },
      })),
      states("rejected", ({ carried }) => ({ message: messageIn(carried) })),
    ],
  },
});

/** Who gets which copy: the account wherever it is now, and the companion if there is one, now and for the writer. */
const deliveries = ({ business, carried, it }: Here<BusinessRelayRoles>) => {
  const now = it["now"] as Mode;
  const [account, companion] = copiesIn(it["mode"] as Mode, carried);
  return [
    { to: placeOf(business, now), copy: account },
    ...(now === "beside" && companion ? [{ to: `host/${business}`, copy: companion }] : []),
  ];
};

/** The message inside an envelope, for what is said of it; the relay itself cannot tell. */
const messageIn = (envelope: Term): string => envelope.parts[1]!.label;

/** The part that opens a business's messages in a mode, e.g. `shop.desk` or `host/shop`. */
export const placeOf = (business: string, mode: Mode): string => {
  const endpoint = endpointOf[mode];
  return endpoint === "desk" ? `${business}.desk` : `${endpoint}/${business}`;
};
