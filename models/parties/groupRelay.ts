import { anything, part, send, type Here } from "#sealcheck";
import { emit, setup } from "xstate";
import { forgedFor, textIn } from "../groupMessages.ts";
import { endpointOf, type Version } from "../version.ts";
import { states } from "../vocabulary.ts";
import { placeOf } from "./relay.ts";
import type { Mode } from "../cast.ts";

interface GroupRelayRoles {
  version: Version;
  group: string;
  devices: readonly string[];
  /** The business in the group, if there is one. */
  business: string | undefined;
}

/**
 * Carries what is written to a group to every device that has ever been in it, and to whoever handles the chats of a
 * business in it. It could go on delivering to whoever was removed, so that encryption has to keep them out, and not
 * delivery.
 */
export const groupRelay = part<GroupRelayRoles>({
  kind: "groupRelay",
  machine: setup({
    types: {
      events: {} as { type: "net.group"; from: string; sees?: { mode?: Mode | "changing" } },
    },
    actions: {
      forward: emit(({ event }) => ({
        type: "wire.forward",
        from: event.from,
        mode: event.sees?.mode ?? "none",
      })),
    },
  }).createMachine({
    id: "groupRelay",
    initial: "forwarding",
    states: { forwarding: { on: { "net.group": { actions: "forward" } } } },
  }),
  reads: {
    mode: {
      of: ({ business }) => business && `${business}.mode`,
      as: ({ value }) => value as string,
    },
  },
  accepts: {
    // It can look into nothing; what it is sent is for the devices behind it.
    "net.group": {
      fields: ({ devices }) => ({ from: devices }),
      term: () => anything("message"),
      shapes: ({ version, devices }) => forgedFor(version, devices, devices),
    },
  },
  emits: {
    "wire.forward": [
      send(({ group, devices, it }) =>
        devices
          .filter((device) => device !== it["from"])
          .map((device) => ({
            over: `relay→${device}`,
            to: `${device}/${group}`,
            event: { type: "net.group" },
          })),
      ),
      send((here) => {
        const place = placeNow(here);
        return place === undefined
          ? undefined
          : {
              over: `relay→${place}`,
              to: `${place} ${here.group}`,
              event: { type: "net.group" },
            };
      }),
      states("routed", (here) => {
        const to = placeNow(here);
        const text = textIn(here.carried);
        return to !== undefined && text
          ? { message: text.label, business: here.business!, to }
          : undefined;
      }),
    ],
  },
});

/** Where the chats of the business in the group are handled now; nowhere, while that changes. */
const placeNow = ({ business, it }: Here<GroupRelayRoles>): string | undefined => {
  const mode = String(it["mode"]);
  return business !== undefined && mode in endpointOf ? placeOf(business, mode as Mode) : undefined;
};
