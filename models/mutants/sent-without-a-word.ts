import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A message goes out without being stated as sent.",
  breaks: ["P1.k"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) =>
      honest.filter((effect) => !("type" in effect) || effect.type !== "messageSent"),
  },
});
