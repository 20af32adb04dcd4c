import { sabotage } from "#sealcheck";
import { personalConversation } from "../parties/personalConversation.ts";

export default sabotage({
  says: "A device writes to somebody before it has their keys.",
  breaks: ["P1.e"],
  of: personalConversation,
  machine: { states: { fetching: { on: { "user.compose": { actions: "write" } } } } },
});
