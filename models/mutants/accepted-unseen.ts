import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "Terms can be accepted before a device has shown them.",
  breaks: ["P5.k"],
  of: terms,
  machine: {
    states: {
      unknown: { on: { "user.accept": { target: "accepted", actions: ["accept", "note"] } } },
    },
  },
});
