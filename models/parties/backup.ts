import { disclose, part } from "#sealcheck";
import { emit, setup } from "xstate";

/** A backup that the company keeping it can read; its owner chose it, and can tell. */
export const backup = part<{ logs: readonly string[] }>({
  kind: "backup",
  machine: setup({ actions: { upload: emit({ type: "backup.uploads" }) } }).createMachine({
    id: "backup",
    initial: "idle",
    states: { idle: { on: { "user.backUp": { actions: "upload" } } } },
  }),
  intents: { "user.backUp": { limit: "backups", opens: "grant" } },
  emits: {
    "backup.uploads": [disclose(({ logs }) => logs.map((store) => ({ store, to: "cloud" })))],
  },
});
