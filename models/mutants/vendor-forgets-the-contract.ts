import { sabotage } from "#sealcheck";
import { contract } from "../parties/contract.ts";

export default sabotage({
  says: "A business passes messages to a vendor, and no contract says so.",
  breaks: ["P2.b"],
  of: contract,
  wiring: { "contract.begins": (honest) => honest.filter(({ rule }) => rule !== "fact") },
});
