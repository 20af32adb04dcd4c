import { sabotage } from "#sealcheck";
import { contract } from "../parties/contract.ts";

export default sabotage({
  says: "A vendor gets its copy whatever people are told of who reads along.",
  breaks: ["P3.a", "P3.d"],
  of: contract,
  guards: { isCovered: () => true },
});
