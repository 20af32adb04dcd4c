import {
  body,
  fresh,
  keep,
  learn,
  part,
  plaintextOf,
  send,
  tell,
  type Here,
  type Standing,
  type Term,
} from "#sealcheck";
import { emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { companionKey, endpointKey, forDevice } from "../keys.ts";
import { opensAt, truth, type Runs, type Version } from "../version.ts";
import { aboutOf, states } from "../vocabulary.ts";

export interface EndpointRoles {
  business: string;
  version: Version;
  /** Who runs it: the business's own desk, a provider it hired, or the hosting service. */
  runs: Runs;
  /** Whom replies are written to, and their devices. */
  customer: string;
  devices: readonly string[];
  /** Contract parts that may pass a copy on. */
  contracts: readonly string[];
}

type Message = {
  type: "net.message";
  from: string;
  mode: Mode;
  stamp: number;
  sees: { mode: string; stamp: number };
};

/** Where messages to a business are opened, answered and handed on: the same for desk, provider and host. */
export const endpoint = part<EndpointRoles>({
  kind: "endpoint",
  machine: setup({
    types: {
      context: {} as { runs: Runs; receipts: boolean },
      input: {} as { runs: Runs; receipts: boolean },
      events: {} as
        | Message
        | { type: "net.retire"; stamp: number }
        | { type: "agent.pretend"; sees: { mode: Mode | "changing" } }
        | { type: "agent.reply"; sees: { mode: Mode | "changing" } },
    },
    guards: {
      answersHere: ({ context, event }) =>
        (event.type === "agent.reply" || event.type === "agent.pretend") &&
        event.sees.mode !== "changing" &&
        opensAt(event.sees.mode, context.runs),
      sendsReceipts: ({ context }) => context.receipts,
    },
    actions: {
      open: emit(({ event }) => ({ ...pick(event as Message), type: "message.opens" })),
      receipt: emit(({ event }) => ({ ...pick(event as Message), type: "wire.receipt" })),
      confirm: emit(({ event }) => ({
        type: "wire.retired",
        stamp: (event as { stamp: number }).stamp,
      })),
      reply: emit({ type: "wire.reply", claims: "nothing" }),
      // A sender can write into a message whatever it likes, also that it is hosted when it is not.
      pretend: emit({ type: "wire.reply", claims: "hosted" }),
    },
  }).createMachine({
    id: "endpoint",
    initial: "working",
    context: ({ input }) => input,
    states: {
      working: {
        on: {
          "net.message": [
            { guard: "sendsReceipts", actions: ["open", "receipt"] },
            { actions: "open" },
          ],
          "agent.reply": { guard: "answersHere", actions: "reply" },
          "agent.pretend": { guard: "answersHere", actions: "pretend" },
          "net.retire": { actions: "confirm" },
        },
      },
    },
  }),
  input: ({ runs, version }) => ({ runs, receipts: !version.comparesAndRejects }),
  reads: {
    mode: {
      of: ({ business }) => `${business}.mode`,
      as: ({ value }) => value as string,
      on: ["net.message", "agent.reply", "agent.pretend"],
    },
    stamp: {
      of: ({ business }) => `${business}.mode`,
      as: ({ context }) => context["stamp"] as number,
      on: ["net.message"],
    },
  },
  intents: {
    "agent.reply": { carries: fresh((here, count) => answer(here, count)), limit: "replies" },
    "agent.pretend": {
      carries: fresh((here, count) => answer(here, count)),
      limit: "replies",
      opens: "capability",
    },
  },
  emits: {
    "message.opens": [
      learn((here) => ({ who: here.business, term: opened(here) })),
      keep((here) =>
        here.runs === "host" ? { store: `store of ${here.name}`, term: opened(here) } : undefined,
      ),
      tell((here) =>
        here.runs === "host"
          ? { to: `${here.name} retention`, event: { type: "store.kept" } }
          : undefined,
      ),
      tell((here) =>
        here.contracts.map((to) => ({
          to,
          event: { type: "message.opened", declared: declaresVendors(here) },
          carrying: opened(here),
        })),
      ),
      states("delivered", (here) => {
        const text = opened(here);
        return { ...aboutOf(text), message: text.label, at: here.name };
      }),
    ],
    "wire.receipt": [
      send(({ name, business, it }) => ({
        over: `${name}→relay`,
        to: `relay/${it["from"]}`,
        event: {
          type: "net.envelope",
          from: business,
          holds: "receipt",
          mode: it["now"]!,
          stamp: it["nowStamp"]!,
        },
      })),
    ],
    "wire.retired": [
      send(({ name, business, it }) => ({
        over: `${name}→relay`,
        to: `${business}.mode`,
        event: { type: "net.retired", stamp: it["stamp"]! },
      })),
    ],
    "wire.reply": [
      learn(({ business, carried }) => ({ who: business, term: carried })),
      states("messageSent", ({ carried }) => ({ ...aboutOf(carried), message: carried.label })),
      states("encryptedFor", ({ name, customer, devices, carried }) =>
        devices.map((device) => ({
          message: carried.label,
          kind: "text" as const,
          recipient: device,
          addressed: device,
          device: name,
          peer: customer,
        })),
      ),
      send(({ name, business, devices, carried, it }) =>
        devices.map((device) => ({
          over: `${name}→relay`,
          to: `relay/${device}`,
          event: { type: "net.envelope", from: business, holds: "message", claims: it["claims"]! },
          carrying: forDevice(device, carried),
        })),
      ),
    ],
  },
});

/** A message to the first customer, whichever of the customer's devices show it. */
const answer = ({ business, name, customer }: Standing<EndpointRoles>, count: number) =>
  body(`${name} → ${customer} ${count}`, {
    chat: "business",
    from: business,
    to: customer,
    business,
    device: name,
    kind: "text",
  });

const pick = ({ from, mode, stamp, sees }: Message) => ({
  from,
  mode,
  stamp,
  now: sees.mode,
  nowStamp: sees.stamp,
});

/** What is sealed for the account or, at the host, for the companion beside it. */
const opened = ({ version, business, it, carried }: Here<EndpointRoles>): Term =>
  plaintextOf(endpointKey(version, business, it["mode"] as Mode, it["stamp"] as number), carried) ??
  plaintextOf(companionKey(business), carried)!;

const declaresVendors = ({ it }: Here<EndpointRoles>): boolean =>
  it["now"] !== "changing" && truth[it["now"] as Mode].includes("vendor");
