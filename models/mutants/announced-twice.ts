import { sabotage } from "#sealcheck";
import { policyAuthority } from "../parties/policyAuthority.ts";

export default sabotage({
  says: "The terms are announced anew while they stand announced.",
  breaks: ["P5.m"],
  of: policyAuthority,
  machine: {
    states: { announced: { on: { "authority.announce": { target: "announced", reenter: true } } } },
  },
});
