import { sabotage } from "#sealcheck";
import { contract } from "../parties/contract.ts";

export default sabotage({
  says: "A business passes messages on before it has hired anybody.",
  breaks: ["P2.a", "P2.b"],
  of: contract,
  machine: {
    states: {
      none: { on: { "message.opened": [{ guard: "isCovered", actions: "handOver" }, {}] } },
    },
  },
});
