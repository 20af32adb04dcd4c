import { sabotage } from "#sealcheck";
import { businessRelay } from "../parties/relay.ts";

export default sabotage({
  says: "The relay loses what is written to businesses.",
  breaks: ["SV.b", "SV.d"],
  of: businessRelay,
  wiring: { "wire.forward": () => [] },
});
