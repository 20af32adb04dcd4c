import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

export default sabotage({
  says: "A business changes to what it is already, and everybody is told again.",
  breaks: ["P3.m"],
  of: confirmedMode,
  guards: { isNew: () => true },
});
