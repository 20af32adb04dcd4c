import { sabotage } from "#sealcheck";
import { linking } from "../parties/linking.ts";

export default sabotage({
  says: "A companion that was linked once cannot be unlinked.",
  breaks: ["SV.m"],
  of: linking,
  guards: { never: () => false },
  machine: {
    states: { linked: { on: { "owner.unlink": [{ guard: "never", target: "unlinked" }] } } },
  },
});
