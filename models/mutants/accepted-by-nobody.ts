import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "A device takes the terms for accepted although nobody has accepted them.",
  breaks: ["P5.o"],
  of: terms,
  machine: {
    states: { shown: { on: { "net.postponed": { target: "accepted", actions: "note" } } } },
  },
});
