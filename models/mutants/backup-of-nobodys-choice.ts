import { learn, sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "What a device shows goes into a backup that others can read, though its owner has not asked for one.",
  breaks: ["P1.a"],
  of: personalConversation,
  wiring: {
    "message.shows": (honest) => [
      ...honest,
      learn((here) => {
        const [kept] = honest.filter(({ rule }) => rule === "keep");
        const { term } = kept!.make(here) as { term: typeof here.carried };
        return { who: "service", term };
      }),
    ],
  },
});
