import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "What takes effect is another revision than the one that was announced.",
  breaks: ["P5.n"],
  of: policyAuthority,
  machine: { states: { announced: { entry: ["announce", "revise"] } } },
});
