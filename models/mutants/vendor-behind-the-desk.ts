import { sabotage } from "#sealcheck";
import { emit } from "xstate";
import { contract } from "../parties/contract.ts";

export default sabotage({
  says: "A business passes messages on to a company that it has not declared.",
  breaks: ["P2.t"],
  of: contract,
  actions: { handOver: emit({ type: "wire.copy", declared: false }) },
});
