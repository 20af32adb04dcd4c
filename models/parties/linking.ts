import { part } from "#sealcheck";
import { emit, setup } from "xstate";
import { states } from "../vocabulary.ts";

/**
 * Whether a device belongs to its owner's account. Phones always do; companions can be unlinked and linked again.
 * The account knows it, not the device, so no failure of the device undoes it.
 */
export const linking = part<{ device: string }>({
  kind: "linking",
  machine: setup({
    actions: { link: emit({ type: "device.linked" }), unlink: emit({ type: "device.unlinked" }) },
  }).createMachine({
    id: "linking",
    initial: "linked",
    states: {
      linked: { entry: "link", on: { "owner.unlink": "unlinked" } },
      unlinked: { entry: "unlink", on: { "owner.link": "linked" } },
    },
  }),
  intents: { "owner.link": { limit: "links", opens: "grant" }, "owner.unlink": {} },
  emits: {
    "device.linked": [states("deviceLinked", ({ device }) => ({ recipient: device }))],
    "device.unlinked": [states("deviceUnlinked", ({ device }) => ({ recipient: device }))],
  },
});
