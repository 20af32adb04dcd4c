import { part, send, tuple } from "#sealcheck";
import { emit, setup } from "xstate";
import { publicKeyOf } from "../keys.ts";

/** Serves the public keys of a person's devices to whoever wants to write to them. */
export const directory = part<{ devices: Readonly<Record<string, readonly string[]>> }>({
  kind: "directory",
  machine: setup({
    types: { events: {} as { type: "net.requestBundle"; from: string; peer: string } },
    actions: { serve: emit(({ event }) => ({ ...event, type: "wire.bundle" })) },
  }).createMachine({
    id: "directory",
    initial: "serving",
    states: { serving: { on: { "net.requestBundle": { actions: "serve" } } } },
  }),
  emits: {
    "wire.bundle": [
      send(({ devices, it }) => {
        const [phone, ...companions] = devices[it["peer"] as string]!.map(publicKeyOf);
        return {
          over: `directory→${it["from"]}`,
          to: `${it["from"]}/${it["peer"]}`,
          event: { type: "net.bundle" },
          carrying: tuple(phone!, ...companions),
        };
      }),
    ],
  },
});
