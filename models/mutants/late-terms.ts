import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "The terms take effect a day after the day that was announced.",
  breaks: ["P5.f"],
  of: policyAuthority,
  delays: { effectiveDate: 31 },
});
