import { sabotage } from "#sealcheck";
import { contract } from "../parties/contract.ts";

export default sabotage({
  says: "A business cannot end its contract with an analytics company.",
  breaks: ["SV.j"],
  of: contract,
  guards: { never: () => false },
  machine: {
    states: { contracted: { on: { "owner.revoke": [{ guard: "never", target: "none" }] } } },
  },
});
