import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "The authority takes things away before the terms are in effect.",
  breaks: ["P5.a"],
  of: policyAuthority,
  machine: {
    states: { postponed: { on: { "authority.limit": { actions: "limit" } } } },
  },
});
