import { sabotage, type Here } from "#sealcheck";
import { businessConversation, type ConversationRoles } from "../parties/businessConversation.ts";
import { states, type NoticeClass } from "../vocabulary.ts";

export default sabotage({
  says: "The notice appears on the person's other device.",
  breaks: ["P3.a", "P3.b"],
  of: businessConversation,
  wiring: {
    "notice.renders": () => [
      states("noticeRendered", ({ siblings, business, it }: Here<ConversationRoles>) =>
        siblings.map((sibling) => ({
          device: sibling.slice(0, sibling.lastIndexOf("/")),
          business,
          class: it["class"] as NoticeClass,
          stamp: it["stamp"] as number,
          again: it["again"] as boolean,
        })),
      ),
    ],
  },
});
