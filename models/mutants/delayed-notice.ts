import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A device opens the chat first and shows the notice then.",
  breaks: ["P3.b", "P5.e"],
  of: businessConversation,
  machine: {
    states: {
      opening: {
        always: [
          {
            guard: "mustBeTold",
            target: "open",
            actions: ["enter", "render", "remember"],
          },
          { guard: "isReassuring", target: "open", actions: ["render", "noteShown", "enter"] },
          { target: "open", actions: "enter" },
        ],
      },
    },
  },
});
