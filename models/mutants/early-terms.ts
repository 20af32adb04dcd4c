import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "The terms take effect a day before the day that was announced.",
  breaks: ["P5.g"],
  of: policyAuthority,
  delays: { effectiveDate: 29 },
});
