import { part, send } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { modeIntents, modeWiring, type ModeRoles } from "./modeChanges.ts";
import { placeOf } from "./relay.ts";

type Change = { type: "owner.switch" | "owner.switchAtOnce"; to: Mode };

/** However quickly the owner asks, a change waits for its confirmation; but its stamp may be that of the one before. */
const changes = {
  "owner.switch": { guard: "isNew", target: "changing" },
  "owner.switchAtOnce": { guard: "isNew", target: "changing" },
} as const;

/**
 * How a business handles its chats, where a change must be confirmed: until the endpoint that opened messages so far
 * says that it has stopped, nothing new is let through and the old mode stays in force.
 */
export const confirmedMode = part<ModeRoles>({
  kind: "confirmedMode",
  machine: setup({
    types: {
      context: {} as { stamp: number; mode: Mode; next: Mode; atOnce: boolean; seconds: boolean },
      input: {} as { starts: Mode; seconds: boolean },
      events: {} as Change | { type: "net.retired"; stamp: number },
    },
    guards: {
      isNew: ({ context, event }) => "to" in event && event.to !== context.mode,
      // A confirmation of an earlier change may come twice.
      isOfThisChange: ({ context, event }) =>
        event.type === "net.retired" && event.stamp === context.stamp,
      next: ({ context }, { mode }: { mode: Mode }) => context.next === mode,
    },
    actions: {
      choose: assign(({ event }) => ({
        next: (event as Change).to,
        atOnce: event.type === "owner.switchAtOnce",
      })),
      retire: emit(({ context: { mode, stamp } }) => ({ type: "wire.retire", mode, stamp })),
      begin: emit(({ context }) => ({ type: "mode.begins", to: context.mode, stamp: 0 })),
      takeEffect: emit(({ context }) => ({
        type: "mode.takesEffect",
        from: context.mode,
        to: context.next,
        how: "chosen",
      })),
      remember: assign(({ context: { stamp, next, atOnce, seconds } }) => ({
        stamp: seconds && atOnce ? stamp : stamp + 1,
        mode: next,
      })),
    },
  }).createMachine({
    id: "confirmedMode",
    context: ({ input: { starts, seconds } }) => ({
      stamp: 0,
      mode: starts,
      next: starts,
      atOnce: false,
      seconds,
    }),
    initial: "starting",
    on: { "net.retired": {} },
    states: {
      starting: { always: { target: "settled", actions: "begin" } },
      settled: {
        always: [
          { guard: { type: "next", params: { mode: "self" } }, target: "self" },
          { guard: { type: "next", params: { mode: "provider" } }, target: "provider" },
          { guard: { type: "next", params: { mode: "hosted" } }, target: "hosted" },
          { target: "both" },
        ],
      },
      self: { on: changes },
      provider: { on: changes },
      hosted: { tags: "hosting", on: changes },
      both: { tags: "hosting", on: changes },
      changing: {
        entry: ["choose", "retire"],
        on: {
          "net.retired": [
            { guard: "isOfThisChange", target: "settled", actions: ["takeEffect", "remember"] },
            {},
          ],
        },
      },
    },
  }),
  input: ({ starts, version }) => ({ starts, seconds: version.stampsInSeconds }),
  intents: modeIntents,
  never: {
    "owner.restore": "a mode changes when its owner asks: a changed phone brings nothing back",
  },
  emits: {
    ...modeWiring,
    "wire.retire": [
      send(({ business, it }) => {
        const place = placeOf(business, it["mode"] as Mode);
        return {
          over: `relay→${place}`,
          to: place,
          event: { type: "net.retire", stamp: it["stamp"]! },
        };
      }),
    ],
  },
});
