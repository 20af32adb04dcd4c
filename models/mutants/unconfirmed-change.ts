import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

export default sabotage({
  says: "A change takes effect although the endpoint that opened messages so far has not stopped.",
  breaks: ["P3.a", "P4.a"],
  of: confirmedMode,
  machine: {
    states: {
      changing: {
        always: { target: "settled", actions: ["takeEffect", "remember"] },
      },
    },
  },
});
