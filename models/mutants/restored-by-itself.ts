import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";
import { states } from "../vocabulary.ts";

export default sabotage({
  says: "A business comes to be hosted because its phone was changed.",
  breaks: ["P4.b"],
  of: confirmedMode,
  wiring: {
    "mode.takesEffect": (honest) => [
      ...honest,
      states("optedIn", ({ business, it }) =>
        it["to"] === "hosted" ? { business, how: "restored" } : undefined,
      ),
    ],
  },
});
