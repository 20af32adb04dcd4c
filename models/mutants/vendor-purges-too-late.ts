import { sabotage } from "#sealcheck";
import { vendor } from "../parties/vendor.ts";

export default sabotage({
  says: "A vendor takes one day more than it has.",
  breaks: ["P2.e"],
  of: vendor,
  delays: { purgeDeadline: 31 },
});
