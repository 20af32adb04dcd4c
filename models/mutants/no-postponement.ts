import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "The terms cannot be postponed, and so not announced again.",
  breaks: ["SV.p", "SV.q"],
  of: policyAuthority,
  guards: { never: () => false },
  machine: {
    states: {
      announced: { on: { "authority.postpone": [{ guard: "never", target: "postponed" }] } },
    },
  },
});
