import { learn, sabotage } from "#sealcheck";
import { groupConversation } from "../parties/groupConversation.ts";

export default sabotage({
  says: "What is written to a group with a hosted business is encrypted for the host as well.",
  breaks: ["P3.a"],
  of: groupConversation,
  wiring: {
    "wire.group": (honest) => [
      ...honest,
      learn(({ carried, it }) =>
        it["mode"] === "hosted" ? { who: "host", term: carried } : undefined,
      ),
    ],
  },
});
