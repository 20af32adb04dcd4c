import { sabotage } from "#sealcheck";
import { policyDesk } from "../parties/policyDesk.ts";

export default sabotage({
  says: "Nothing is ever taken away from anybody.",
  breaks: ["SV.r"],
  of: policyDesk,
  wiring: { "wire.limit": () => [] },
});
