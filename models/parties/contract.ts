import { part, send } from "#sealcheck";
import { emit, setup } from "xstate";
import { aboutOf, states } from "../vocabulary.ts";

export interface ContractRoles {
  business: string;
  vendor: string;
  /** Whether the business tells the platform about this vendor, so that a mode covers it. */
  declared: boolean;
}

/** Whether a business passes its messages on to an analytics vendor. */
export const contract = part<ContractRoles>({
  kind: "contract",
  machine: setup({
    types: {
      context: {} as { declared: boolean },
      input: {} as { declared: boolean },
      events: {} as
        | { type: "owner.contract" | "owner.revoke" }
        | { type: "message.opened"; declared: boolean },
    },
    guards: {
      isUndeclared: ({ context }) => !context.declared,
      // A declared vendor gets a copy only while the business's mode says that vendors read along.
      isCovered: ({ context, event }) =>
        !context.declared || (event.type === "message.opened" && event.declared),
    },
    actions: {
      stand: emit({ type: "contract.stands" }),
      begin: emit({ type: "contract.begins" }),
      end: emit({ type: "contract.ends" }),
      handOver: emit(({ context }) => ({ type: "wire.copy", declared: context.declared })),
    },
  }).createMachine({
    id: "contract",
    context: ({ input }) => input,
    initial: "starting",
    states: {
      starting: {
        always: [
          { guard: "isUndeclared", target: "contracted", actions: "stand" },
          { target: "none" },
        ],
      },
      none: {
        on: { "owner.contract": { target: "contracted", actions: "begin" }, "message.opened": {} },
      },
      contracted: {
        on: {
          "owner.revoke": { target: "none", actions: "end" },
          "message.opened": [{ guard: "isCovered", actions: "handOver" }, {}],
        },
      },
    },
  }),
  input: ({ declared }) => ({ declared }),
  intents: { "owner.contract": { limit: "contracts", opens: "grant" }, "owner.revoke": {} },
  emits: {
    "contract.stands": [states("contracted", ({ business, vendor }) => ({ business, vendor }))],
    "contract.begins": [
      states("contracted", ({ business, vendor }) => ({ business, vendor })),
      send(({ business, vendor }) => ({
        over: `${business}→${vendor} contract`,
        to: `${vendor}/${business}`,
        event: { type: "net.contracted" },
      })),
    ],
    "contract.ends": [
      states("revoked", ({ business, vendor }) => ({ business, vendor })),
      send(({ business, vendor }) => ({
        over: `${business}→${vendor} contract`,
        to: `${vendor}/${business}`,
        event: { type: "net.revoked" },
      })),
    ],
    "wire.copy": [
      states("forwarded", ({ vendor, carried, it }) => ({
        ...aboutOf(carried),
        vendor,
        message: carried.label,
        declared: it["declared"] as boolean,
      })),
      send(({ business, vendor }) => ({
        over: `${business}→${vendor}`,
        to: `${vendor}/${business}`,
        event: { type: "net.record" },
      })),
    ],
  },
});
