import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "A device that has heard of a postponement goes on asking.",
  breaks: ["P5.j"],
  of: terms,
  machine: { states: { shown: { on: { "net.postponed": [{ actions: "withdraw" }] } } } },
});
