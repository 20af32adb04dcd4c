import { part, send } from "#sealcheck";
import { emit, setup } from "xstate";

/** Keeps and hands out sealed blobs; the keys never come here. */
export const mediaStore = part({
  kind: "mediaStore",
  machine: setup({
    types: { events: {} as { type: "net.upload"; from: string; for: string } },
    actions: { handOut: emit(({ event }) => ({ ...event, type: "wire.blob" })) },
  }).createMachine({
    id: "mediaStore",
    initial: "serving",
    states: { serving: { on: { "net.upload": { actions: "handOut" } } } },
  }),
  emits: {
    "wire.blob": [
      send(({ it }) => ({
        over: `media→${it["for"]}`,
        to: `${it["for"]}/${it["from"]}`,
        event: { type: "net.blob" },
      })),
    ],
  },
});
