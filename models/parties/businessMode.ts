import { learn, part, type Effect, type Here, type Intent } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { endpointKey } from "../keys.ts";
import { endpointOf, truth, type Version } from "../version.ts";
import { states } from "../vocabulary.ts";

export interface ModeRoles {
  business: string;
  starts: Mode;
  version: Version;
}

type Change = { type: "owner.switch" | "owner.switchAtOnce" | "owner.restore"; to: Mode };

const to = (...modes: Mode[]) =>
  modes.map((mode) => ({
    guard: { type: "wants", params: { mode } },
    target: mode,
    actions: ["stamp", "takeEffect", "remember"],
  })) as {
    guard: { type: "wants"; params: { mode: Mode } };
    target: Mode;
    actions: ("stamp" | "takeEffect" | "remember")[];
  }[];

const changes = (...modes: Mode[]) => ({
  "owner.switch": to(...modes),
  "owner.switchAtOnce": to(...modes),
});

/** A changed phone brings back what was chosen on the old one: the hosting. */
const restored = { "owner.restore": to("hosted") };

/** What the owner may do; switching at once and restoring are freedoms of their own, for scenarios that want them. */
export const modeIntents: Readonly<Record<string, Intent<ModeRoles>>> = {
  "owner.switch": { fields: ({ version }) => ({ to: version.modes }), limit: "switches" },
  "owner.switchAtOnce": { fields: ({ version }) => ({ to: version.modes }), limit: "switches" },
  "owner.restore": { fields: () => ({ to: ["hosted"] }), limit: "switches" },
};

const hosts = (mode: unknown): boolean => endpointOf[mode as Mode] === "host";

/** What a mode means once it is in force: who holds the key from now on, and what may be said of it. */
export const modeWiring: Readonly<Record<string, readonly Effect<ModeRoles>[]>> = {
  "mode.begins": [
    learn((here) => handOver(here)),
    states("modeTookEffect", ({ business, it }) => ({ business, class: truth[it["to"] as Mode] })),
    states("optedIn", ({ business, it }) =>
      hosts(it["to"]) ? { business, how: "chosen" as const } : undefined,
    ),
  ],
  "mode.takesEffect": [
    learn((here) => handOver(here)),
    states("modeTookEffect", ({ business, it }) => ({ business, class: truth[it["to"] as Mode] })),
    states("optedIn", ({ business, it }) =>
      hosts(it["to"]) && !hosts(it["from"])
        ? { business, how: it["how"] as "chosen" | "restored" }
        : undefined,
    ),
    states("optedOut", ({ business, it }) =>
      hosts(it["from"]) && !hosts(it["to"]) ? { business } : undefined,
    ),
  ],
};

/** Where keys are not bound to a mode, the business hands its only one to whoever opens its messages from now on. */
const handOver = ({ version, business, it }: Here<ModeRoles>) => {
  const endpoint = endpointOf[it["to"] as Mode];
  return version.comparesAndRejects || endpoint === "desk"
    ? undefined
    : { who: endpoint, term: endpointKey(version, business, it["to"] as Mode, 0) };
};

/** How a business handles its chats, and since which change. Here a change takes effect at once, wherever messages are. */
export const businessMode = part<ModeRoles>({
  kind: "businessMode",
  machine: setup({
    types: {
      context: {} as { stamp: number; mode: Mode },
      input: {} as { starts: Mode },
      events: {} as Change,
    },
    guards: {
      wants: ({ event }, { mode }: { mode: Mode }) => event.to === mode,
      starts: ({ context }, { mode }: { mode: Mode }) => context.mode === mode,
    },
    actions: {
      // Two changes within one second carry one stamp.
      stamp: assign(({ context, event }) => ({
        stamp: context.stamp + (event.type === "owner.switchAtOnce" ? 0 : 1),
      })),
      takeEffect: emit(({ context, event }) => ({
        type: "mode.takesEffect",
        from: context.mode,
        to: event.to,
        stamp: context.stamp,
        how: event.type === "owner.restore" ? "restored" : "chosen",
      })),
      remember: assign(({ event }) => ({ mode: event.to })),
      begin: emit(({ context }) => ({ type: "mode.begins", to: context.mode, stamp: 0 })),
    },
  }).createMachine({
    id: "businessMode",
    context: ({ input }) => ({ stamp: 0, mode: input.starts }),
    initial: "starting",
    states: {
      starting: {
        always: [
          { guard: { type: "starts", params: { mode: "self" } }, target: "self", actions: "begin" },
          {
            guard: { type: "starts", params: { mode: "provider" } },
            target: "provider",
            actions: "begin",
          },
          {
            guard: { type: "starts", params: { mode: "hosted" } },
            target: "hosted",
            actions: "begin",
          },
          { target: "both", actions: "begin" },
        ],
      },
      self: { on: { ...changes("provider", "hosted", "both"), ...restored } },
      provider: { on: { ...changes("self", "hosted", "both"), ...restored } },
      hosted: { tags: "hosting", on: changes("self", "provider", "both") },
      both: { tags: "hosting", on: { ...changes("self", "provider", "hosted"), ...restored } },
    },
  }),
  input: ({ starts }) => ({ starts }),
  intents: modeIntents,
  emits: modeWiring,
});
