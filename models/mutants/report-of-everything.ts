import { disclose, sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A report shows everything that was kept.",
  breaks: ["P1.c"],
  of: personalConversation,
  wiring: {
    "report.sends": ([consent]) => [
      consent!,
      disclose(({ name }) => ({ store: `log of ${name}`, to: "service" })),
    ],
  },
});
