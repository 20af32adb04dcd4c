import { sabotage } from "#sealcheck";
import { policyDesk } from "../parties/policyDesk.ts";

export default sabotage({
  says: "Things are taken away from people who are still reading the terms.",
  breaks: ["P5.b"],
  of: policyDesk,
  machine: { states: { waiting: { on: { "authority.limits": { actions: "limit" } } } } },
});
