import { learn, sabotage, secret } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "The key of a picture, voice note or call is stored beside it.",
  breaks: ["P1.d"],
  of: personalConversation,
  wiring: {
    "wire.message": (honest) => [
      ...honest,
      learn(({ carried, it }) =>
        it["kind"] === "text"
          ? undefined
          : { who: "service", term: secret(`media key of ${carried.label}`) },
      ),
    ],
  },
});
