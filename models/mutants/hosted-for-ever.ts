import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

export default sabotage({
  says: "A business that was hosted once stays hosted.",
  breaks: ["SV.h"],
  of: confirmedMode,
  guards: {
    isNew: ({ context, event }: { context: { mode: string }; event: { to?: string } }) =>
      context.mode !== "hosted" && context.mode !== "both" && event.to !== context.mode,
  },
});
