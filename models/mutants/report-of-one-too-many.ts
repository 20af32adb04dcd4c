import { disclose, sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A report shows five messages before the reported one.",
  breaks: ["P1.c"],
  of: personalConversation,
  wiring: {
    "report.sends": ([consent]) => [
      consent!,
      disclose(({ name, carried }) => ({
        store: `log of ${name}`,
        to: "service",
        last: 6,
        upTo: carried,
      })),
    ],
  },
});
