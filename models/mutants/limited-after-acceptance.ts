import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "Things are taken away also from those who have accepted.",
  breaks: ["P5.h"],
  of: terms,
  machine: { states: { accepted: { on: { "net.limit": { actions: "limit" } } } } },
});
