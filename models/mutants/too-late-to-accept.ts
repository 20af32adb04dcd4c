import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "Whoever has lost something can accept no more.",
  breaks: ["SV.y"],
  of: terms,
  guards: { never: () => false },
  machine: {
    states: { limited: { on: { "user.accept": { guard: "never", target: "accepted" } } } },
  },
});
