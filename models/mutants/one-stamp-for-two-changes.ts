import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

export default sabotage({
  says: "Two changes within one second carry the same stamp.",
  breaks: ["P3.g"],
  of: confirmedMode,
  input: ({ starts }) => ({ starts, seconds: true }),
});
