import { keep, part, plaintextOf, purge, send } from "sealcheck";
import { emit, setup } from "xstate";
import { wax } from "./borrower.ts";

/** Days after which the shelf forgets who borrowed what. */
const remembers = 14;

export const shelf = part<{ borrower: string; sealed: boolean }>({
  kind: "shelf",
  machine: setup({
    actions: { hand: emit({ type: "book.hand" }), forget: emit({ type: "slip.forget" }) },
    delays: { remembers },
  }).createMachine({
    id: "shelf",
    initial: "idle",
    states: {
      idle: { on: { "net.slip": { target: "lent", actions: "hand" } } },
      lent: {
        after: { remembers: { target: "idle", actions: "forget" } },
        on: { "net.slip": { actions: "hand" } },
      },
    },
  }),
  emits: {
    "book.hand": [
      keep(({ borrower, carried, sealed }) => ({
        store: `records of ${borrower}`,
        term: sealed ? plaintextOf(wax, carried)! : carried,
      })),
      send(({ borrower, carried, sealed }) => ({
        over: `shelf→${borrower}`,
        to: borrower,
        event: { type: "net.book" },
        carrying: sealed ? plaintextOf(wax, carried)! : carried,
      })),
    ],
    "slip.forget": [purge(({ borrower }) => ({ store: `records of ${borrower}` }))],
  },
});
