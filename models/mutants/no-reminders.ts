import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "Nobody can be reminded of the terms.",
  breaks: ["SV.z"],
  of: policyAuthority,
  wiring: { "policy.reminds": () => [] },
});
