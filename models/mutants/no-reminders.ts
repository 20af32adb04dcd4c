import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "Nobody can be reminded of the terms.",
  breaks: ["SV.z", "SV.z.later"],
  of: policyAuthority,
  wiring: { "policy.reminds": () => [] },
});
