import { part, remember } from "#sealcheck";
import { emit, setup } from "xstate";
import { states } from "../vocabulary.ts";

/**
 * Watches what the directory says of one person: what the person's phone has published against what devices of others
 * say they were told. It finds out afterwards; it keeps nobody from writing.
 */
export const auditor = part<{ person: string }, "first" | "second">({
  kind: "auditor",
  machine: setup({
    types: {
      events: {} as
        | { type: "owner.published" | "net.seen"; setUp: string }
        | { type: "input.refused" },
    },
    actions: {
      note: emit(({ event }) => ({
        type: "key.note",
        setUp: event.type === "owner.published" ? event.setUp : "",
      })),
      tellOfIt: emit({ type: "equivocation.found" }),
    },
  }).createMachine({
    id: "auditor",
    initial: "watching",
    on: { "owner.published": { actions: "note" }, "net.seen": {} },
    states: {
      watching: { on: { "input.refused": { target: "warned", actions: "tellOfIt" } } },
      warned: { on: { "input.refused": {} } },
    },
  }),
  holds: ["first", "second"],
  accepts: { "net.seen": ({ held, it }) => (it["setUp"] === "second" ? held.second : held.first) },
  onRefused: "input.refused",
  emits: {
    "key.note": [
      remember(({ carried, it }) =>
        it["setUp"] === "second" ? { second: carried } : { first: carried },
      ),
    ],
    "equivocation.found": [states("equivocationFound", ({ person }) => ({ person }))],
  },
});
