import { sabotage } from "#sealcheck";
import { vendor } from "../parties/vendor.ts";

export default sabotage({
  says: "An analytics company records nothing of what it is given.",
  breaks: ["SV.i"],
  of: vendor,
  wiring: { "record.kept": () => [] },
});
