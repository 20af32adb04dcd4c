import { learn, type Effect, type Here, type Intent } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { endpointKey } from "../keys.ts";
import { endpointOf, opensAt, truth, type Version } from "../version.ts";
import { states } from "../vocabulary.ts";

export interface ModeRoles {
  business: string;
  starts: Mode;
  version: Version;
}

/** Why a mode changes: the owner says so, or a changed phone brings something about. */
type Change = {
  type:
    | "owner.switch"
    | "owner.switchAtOnce"
    | "owner.restore"
    | "phone.changed"
    | "phone.reconnected";
  to: Mode;
};

/** How a business comes to be hosted by each of them. */
const how = {
  "owner.switch": "chosen",
  "owner.switchAtOnce": "chosen",
  "owner.restore": "restored",
  "phone.changed": "restored",
  "phone.reconnected": "ticked already",
} as const;

/** Guards and actions of a machine whose changes take effect at once, wherever messages are. */
export const atOnce = setup({
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
      how: how[event.type],
    })),
    remember: assign(({ event }) => ({ mode: event.to })),
    begin: emit(({ context }) => ({ type: "mode.begins", to: context.mode, stamp: 0 })),
  },
});

/** Transitions to modes, whichever the event names. */
export const to = (...modes: Mode[]) =>
  modes.map((mode) => ({
    guard: { type: "wants", params: { mode } },
    target: mode,
    actions: ["stamp", "takeEffect", "remember"],
  })) as {
    guard: { type: "wants"; params: { mode: Mode } };
    target: Mode;
    actions: ("stamp" | "takeEffect" | "remember")[];
  }[];

export const changes = (...modes: Mode[]) => ({
  "owner.switch": to(...modes),
  "owner.switchAtOnce": to(...modes),
});

/** The first transition, to the mode in which the business starts. */
export const begins = (...modes: Mode[]) =>
  modes.map((mode) => ({
    guard: { type: "starts", params: { mode } },
    target: mode,
    actions: "begin",
  })) as { guard: { type: "starts"; params: { mode: Mode } }; target: Mode; actions: "begin" }[];

/** What the owner may do; switching at once and restoring are freedoms of their own, for scenarios that want them. */
export const modeIntents: Readonly<Record<string, Intent<ModeRoles>>> = {
  "owner.switch": {
    fields: ({ version }) => ({ to: version.modes }),
    limit: "switches",
    opens: "opt-in",
  },
  "owner.switchAtOnce": {
    fields: ({ version }) => ({ to: version.modes }),
    limit: "switches",
    opens: "opt-in",
  },
  "owner.restore": { fields: () => ({ to: ["hosted"] }), limit: "switches", opens: "opt-in" },
};

const hosts = (mode: unknown): boolean => opensAt(mode as Mode, "host");

/** What a mode means once it is in force: who holds the key from now on, and what may be said of it. */
export const modeWiring: Readonly<Record<string, readonly Effect<ModeRoles>[]>> = {
  "mode.begins": [
    learn((here) => handOver(here)),
    states("modeTookEffect", ({ business, it }) => ({
      business,
      class: truth[it["to"] as Mode],
      mode: it["to"] as Mode,
      was: "nothing",
    })),
    states("optedIn", ({ business, it }) =>
      hosts(it["to"]) ? { business, how: "chosen" as const } : undefined,
    ),
  ],
  "mode.takesEffect": [
    learn((here) => handOver(here)),
    states("modeTookEffect", ({ business, it }) => ({
      business,
      class: truth[it["to"] as Mode],
      mode: it["to"] as Mode,
      was: it["from"] as Mode,
    })),
    states("optedIn", ({ business, it }) =>
      hosts(it["to"]) && !hosts(it["from"])
        ? { business, how: it["how"] as (typeof how)[Change["type"]] }
        : undefined,
    ),
    states("optedOut", ({ business, it }) =>
      hosts(it["from"]) && !hosts(it["to"]) ? { business } : undefined,
    ),
  ],
};

/**
 * Where keys are not bound to a mode, the business hands its only one to whoever holds its account from now on. A
 * companion beside its app has a key of its own.
 */
const handOver = ({ version, business, it }: Here<ModeRoles>) => {
  const endpoint = endpointOf[it["to"] as Mode];
  return version.comparesAndRejects || endpoint === "desk"
    ? undefined
    : { who: endpoint, term: endpointKey(version, business, it["to"] as Mode, 0) };
};
