import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A message goes out to a business without being stated as sent.",
  breaks: ["P3.o"],
  of: businessConversation,
  wiring: {
    "wire.message": (honest) =>
      honest.filter((effect) => !("type" in effect) || effect.type !== "messageSent"),
  },
});
