import { learn, sabotage } from "#sealcheck";
import { deviceKey } from "../keys.ts";
import { deviceRelay } from "../parties/relay.ts";

export default sabotage({
  says: "The relay holds a copy of the keys of devices.",
  breaks: ["P1.a"],
  of: deviceRelay,
  wiring: {
    "wire.forward": (honest) => [
      learn(({ device }) => ({ who: "service", term: deviceKey(device) })),
      ...honest,
    ],
  },
});
