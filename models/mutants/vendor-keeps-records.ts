import { sabotage } from "#sealcheck";
import { vendor } from "../parties/vendor.ts";

export default sabotage({
  says: "A vendor keeps what it recorded when its contract ends.",
  breaks: ["P2.e"],
  of: vendor,
  wiring: { "records.purged": () => [] },
});
