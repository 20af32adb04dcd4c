import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

const stuck = {
  "owner.switch": { guard: "never", target: "changing" },
  "owner.switchAtOnce": { guard: "never", target: "changing" },
};

export default sabotage({
  says: "Whoever lets a provider handle its chats cannot go back.",
  breaks: ["SV.v"],
  of: confirmedMode,
  guards: { never: () => false },
  machine: { states: { provider: { on: stuck } } },
});
