import { sabotage } from "#sealcheck";
import { contract } from "../parties/contract.ts";

export default sabotage({
  says: "A business goes on passing messages to a vendor whose contract has ended.",
  breaks: ["P2.d"],
  of: contract,
  machine: { states: { contracted: { on: { "owner.revoke": [{ actions: "end" }] } } } },
});
