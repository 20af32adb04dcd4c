import { sabotage } from "#sealcheck";
import { policyDesk } from "../parties/policyDesk.ts";

export default sabotage({
  says: "A day after the terms were shown counts as time to understand them.",
  breaks: ["P5.b"],
  of: policyDesk,
  delays: { timeToUnderstand: 1 },
});
