import { sabotage } from "#sealcheck";
import { confirmedMode } from "../parties/confirmedMode.ts";

const stuck = {
  "owner.switch": { guard: "never", target: "changing" },
  "owner.switchAtOnce": { guard: "never", target: "changing" },
};

export default sabotage({
  says: "Whoever is hosted without a provider stays so.",
  breaks: ["SV.w"],
  of: confirmedMode,
  guards: { never: () => false },
  machine: { states: { hosted: { on: stuck } } },
});
