import { sabotage } from "#sealcheck";
import { deviceRelay } from "../parties/relay.ts";

export default sabotage({
  says: "The relay wakes no phone up.",
  breaks: ["SV.o"],
  of: deviceRelay,
  wiring: { "relay.wakesUp": () => [] },
});
