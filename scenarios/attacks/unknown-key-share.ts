import { breaks, scenario } from "#sealcheck";
import { x3dh } from "../../models/attacks/x3dh.ts";
import { secureMessaging } from "./promise.ts";

const insider = {
  name: "insider",
  says: "Mallory shows people other keys than her own, and carries the messages.",
  may: ["observe", "inject"],
} as const;
const verified = { verified: true, oneTime: true };

/** Mallory shows Bob's keys as hers. Ana writes to Mallory, and Bob takes it as written to him; nobody reads too much. */
export default scenario({
  says: "Ana writes to Bob or to Mallory, who passes Bob's keys off as her own.",
  attack: { source: "Marlinspike and Perrin 2016: The X3DH key agreement protocol, 4.8" },
  protocols: [
    x3dh("nameless", "A message does not say for whom it is.", verified, insider),
    x3dh("named", "A message says who writes to whom.", { ...verified, named: true }, insider),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"], bob: ["user.publish"] },
  adversary: "insider",
  bound: { moves: 12, messages: 1, bundles: 1 },
  about: ["SM.authentic", "SM.taken"],
  expects: {
    "nameless against insider": {
      "SM.authentic": breaks("Bob takes for his what Ana wrote to Mallory"),
    },
  },
});
