import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "A postponement is announced, and the authority goes by the old date.",
  breaks: ["P5.a"],
  of: policyAuthority,
  machine: {
    states: { effective: { on: { "authority.postpone": { actions: "postpone" } } } },
  },
});
