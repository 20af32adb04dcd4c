import { breaks, scenario } from "#sealcheck";
import { prekeys } from "../../models/attacks/prekeys.ts";
import { secureMessaging } from "./promise.ts";

/** Whoever asks often enough leaves no one-time prekey for others. What is written without one can be read by whoever steals the phone later. */
export default scenario({
  says: "Ana asks for a prekey and writes to Bob, whose phone is stolen when he has read it.",
  attack: { source: "Gegenhuber, Frenzel, Günther and Judmayer 2025: Prekey pogo" },
  protocols: [
    prekeys("falling-back", "Where no one-time prekey is left, it goes without.", false),
    prekeys("insisting", "Nothing is written without a one-time prekey.", true),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"], bob: ["user.loseThePhone"] },
  adversary: "stranger",
  bound: { moves: 12, messages: 1 },
  about: ["SM.secret", "SM.read"],
  expects: {
    "falling-back against stranger": {
      "SM.secret": breaks("what opened the message is still on the phone"),
    },
  },
});
