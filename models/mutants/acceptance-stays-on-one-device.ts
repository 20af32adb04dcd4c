import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "The other devices of a person never hear that the terms were accepted.",
  breaks: ["P5.d"],
  of: terms,
  wiring: { "terms.accepted": (honest) => honest.slice(0, 2) },
});
