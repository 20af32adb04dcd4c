import { disclose, sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A report goes to the company that wakes phones up.",
  breaks: ["P1.c"],
  of: personalConversation,
  wiring: {
    "report.sends": ([consent]) => [
      consent!,
      disclose(({ name, carried }) => ({
        store: `log of ${name}`,
        to: "push",
        last: 5,
        upTo: carried,
      })),
    ],
  },
});
