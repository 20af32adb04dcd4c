import { sabotage, tell } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "What is acknowledged on one device counts on the others, which have shown nothing.",
  breaks: ["P3.a", "P3.b"],
  of: businessConversation,
  wiring: {
    "notice.acknowledged": (honest) => [
      ...honest,
      tell(({ siblings, it }) =>
        siblings.map((to) => ({
          to,
          event: { type: "sibling.acknowledged", class: it["class"]! },
        })),
      ),
    ],
  },
});
