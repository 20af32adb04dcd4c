import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device takes a message for sent before it has the keys of whom it is for; it goes nowhere.",
  breaks: ["P1.h"],
  of: personalConversation,
  machine: { states: { fetching: { on: { "user.compose": { actions: "write" } } } } },
  wiring: {
    "wire.message": (honest) =>
      honest.filter((effect) => effect.rule === "fact" && effect.type === "messageSent"),
  },
});
