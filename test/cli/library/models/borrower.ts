import { body, encrypt, fresh, part, secret, send } from "sealcheck";
import { emit, setup } from "xstate";
import { states } from "./words.ts";

/** What the desk and its borrowers share. */
export const wax = secret("wax");

export const borrower = part<{ sealed: boolean }>({
  kind: "borrower",
  machine: setup({
    actions: { ask: emit({ type: "slip.ask" }), take: emit({ type: "book.take" }) },
  }).createMachine({
    id: "borrower",
    initial: "reading",
    states: {
      reading: {
        on: { "user.ask": { actions: "ask" }, "net.book": { actions: "take" } },
      },
    },
  }),
  intents: {
    "user.ask": {
      limit: "slips",
      carries: fresh(({ owner }, count) => body(`slip ${count} of ${owner}`, { borrower: owner })),
    },
  },
  emits: {
    "slip.ask": [
      states("asked", ({ owner, carried }) => ({ borrower: owner, slip: carried.label })),
      send(({ owner, carried, sealed }) => ({
        over: `${owner}→shelf`,
        to: `shelf/${owner}`,
        event: { type: "net.slip" },
        carrying: sealed ? encrypt(wax, carried) : carried,
      })),
    ],
    "book.take": [
      states("handed", ({ owner, carried }) => ({ borrower: owner, slip: carried.label })),
    ],
  },
});
