import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "A device that has heard that the terms were accepted goes on asking.",
  breaks: ["P5.i"],
  of: terms,
  machine: { on: { "net.accepted": { target: ".shown", actions: "note" } } },
});
