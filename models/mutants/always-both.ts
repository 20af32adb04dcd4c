import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

const stuck = {
  "owner.switch": { guard: "never", target: "changing" },
  "owner.switchAtOnce": { guard: "never", target: "changing" },
};

export default sabotage({
  says: "Whoever is hosted while a provider works for it stays so.",
  breaks: ["SV.x"],
  of: confirmedMode,
  guards: { never: () => false },
  machine: { states: { both: { on: stuck } } },
});
