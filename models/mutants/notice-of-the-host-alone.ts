import { sabotage, type Here } from "#sealcheck";
import { businessConversation, type ConversationRoles } from "../parties/businessConversation.ts";
import { states } from "../vocabulary.ts";

export default sabotage({
  says: "Where a company and the host both read along, the notice names the host alone.",
  breaks: ["P3.d"],
  of: businessConversation,
  wiring: {
    "notice.renders": () => [
      states("noticeRendered", ({ device, business, it }: Here<ConversationRoles>) => ({
        device,
        business,
        class: it["class"] === "vendor+host" ? "host" : (it["class"] as "none" | "vendor" | "host"),
        stamp: it["stamp"] as number,
        again: it["again"] as boolean,
      })),
    ],
  },
});
