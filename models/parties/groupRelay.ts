import { part, send } from "#sealcheck";
import { emit, setup } from "xstate";

/**
 * Carries what is written to a group to every device that has ever been in it. It could go on delivering to whoever
 * was removed, so that encryption has to keep them out, and not delivery.
 */
export const groupRelay = part<{ group: string; devices: readonly string[] }>({
  kind: "groupRelay",
  machine: setup({
    types: { events: {} as { type: "net.group"; from: string } },
    actions: { forward: emit(({ event }) => ({ type: "wire.forward", from: event.from })) },
  }).createMachine({
    id: "groupRelay",
    initial: "forwarding",
    states: { forwarding: { on: { "net.group": { actions: "forward" } } } },
  }),
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
    ],
  },
});
