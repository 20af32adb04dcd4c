import { sabotage } from "#sealcheck";
import { businessRelay } from "../parties/relay.ts";

export default sabotage({
  says: "The relay drops a message written for another mode instead of sending it back.",
  breaks: ["SV.b"],
  of: businessRelay,
  wiring: { "wire.bounce": () => [] },
});
