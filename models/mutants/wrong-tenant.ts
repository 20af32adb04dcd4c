import { sabotage } from "#sealcheck";
import { contract } from "../parties/contract.ts";

export default sabotage({
  says: "The bank passes messages on to the vendor wherever the shop has hired it.",
  breaks: ["P2.b"],
  of: contract,
  guards: {
    isHiredNextDoor: ({ event }: { event: { sees?: { hired?: boolean } } }) =>
      event.sees?.hired === true,
  },
  machine: {
    states: {
      none: { on: { "message.opened": [{ guard: "isHiredNextDoor", actions: "handOver" }, {}] } },
    },
  },
  reads: {
    hired: {
      of: ({ business, vendor }) => (business === "bank" ? `shop.contract/${vendor}` : undefined),
      as: (contracted) => contracted.is("contracted"),
      on: ["message.opened"],
    },
  },
});
