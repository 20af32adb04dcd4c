import { sabotage } from "#sealcheck";
import { pushService } from "../parties/pushService.ts";
import { states } from "../vocabulary.ts";

export default sabotage({
  says: "The call that wakes a phone up carries the text.",
  breaks: ["P1.g"],
  of: pushService,
  wiring: {
    "push.wakesUp": ([learns]) => [
      learns!,
      states("pushed", ({ device }) => ({ device, content: "text" })),
    ],
  },
});
