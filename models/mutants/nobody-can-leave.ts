import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "Whoever has seen a notice can only agree, and stays.",
  breaks: ["SV.f", "SV.g"],
  of: businessConversation,
  guards: { never: () => false },
  machine: {
    states: {
      notice: { on: { "user.leave": [{ guard: "never", target: "closed" }] } },
      open: { on: { "user.leave": [{ guard: "never", target: "closed" }] } },
    },
  },
});
