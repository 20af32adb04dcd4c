import { sabotage } from "#sealcheck";
import { emit } from "xstate";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device believes a message that claims to come from the host.",
  breaks: ["P3.e"],
  of: businessConversation,
  actions: {
    believe: emit({ type: "notice.renders", class: "host", stamp: 0, again: true }),
  },
  guards: {
    isClaimed: ({ event }: { event: { claims?: string } }) => event.claims === "hosted",
  },
  machine: {
    on: {
      "net.message": [{ guard: "isClaimed", actions: ["show", "believe"] }, { actions: "show" }],
    },
  },
});
