import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

const stuck = {
  "owner.switch": { guard: "never", target: "changing" },
  "owner.switchAtOnce": { guard: "never", target: "changing" },
};

export default sabotage({
  says: "A business that handles its chats itself has to go on doing so.",
  breaks: ["SV.u"],
  of: confirmedMode,
  guards: { never: () => false },
  machine: { states: { self: { on: stuck } } },
});
