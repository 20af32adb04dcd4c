import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "No device says that it has heard of a postponement.",
  breaks: ["SV.p.heard"],
  of: terms,
  wiring: { "terms.withdraw": () => [] },
});
