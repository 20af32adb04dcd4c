import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "People are reminded of terms that were postponed.",
  breaks: ["P5.l"],
  of: policyAuthority,
  machine: { states: { postponed: { on: { "authority.remind": { actions: "remind" } } } } },
});
