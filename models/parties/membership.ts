import { part } from "#sealcheck";
import { assign, setup } from "xstate";

/** Who is in a group, as the service says: everybody, all but the one that was removed, or somebody else as well. */
export type Membership = "everybody" | "withoutLast" | "withStranger";

/**
 * Who belongs to a group. Its admin removes the last of its members and adds them again; a service that lies may plant
 * somebody whom nobody has invited.
 */
export const membership = part({
  kind: "membership",
  machine: setup({
    types: { context: {} as { changes: number } },
    actions: {
      count: assign(({ context }) => ({ changes: Math.min(context.changes + 1, 4) })),
    },
  }).createMachine({
    id: "membership",
    context: { changes: 0 },
    initial: "everybody",
    states: {
      everybody: {
        on: {
          "admin.remove": { target: "withoutLast", actions: "count" },
          "service.plant": "withStranger",
        },
      },
      withoutLast: {
        on: { "admin.add": { target: "everybody", actions: "count" } },
      },
      withStranger: {},
    },
  }),
  intents: {
    "admin.remove": { limit: "removals" },
    "admin.add": { opens: "grant" },
    "service.plant": { opens: "capability" },
  },
});
