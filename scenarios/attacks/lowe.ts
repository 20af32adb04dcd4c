import { breaks, scenario } from "#sealcheck";
import { secureMessaging } from "./promise.ts";
import { needhamSchroeder } from "../../models/attacks/needhamSchroeder.ts";

/** Ana meets Mallory, who meets Bob in Ana's name. Bob's answer does not say whose it is, so Ana opens it for Mallory. */
export default scenario({
  says: "Ana meets Bob or Mallory, and Mallory has a go at Bob.",
  protocols: [
    needhamSchroeder("needham-schroeder", { namesAnswerer: false }),
    needhamSchroeder("needham-schroeder-lowe", { namesAnswerer: true }),
  ],
  attack: { source: "Lowe 1995, on Needham and Schroeder 1978" },
  cast: {},
  promises: [secureMessaging],
  mayDo: { ana: ["user.meet"] },
  adversary: "insider",
  bound: { moves: 12, meetings: 1 },
  about: ["SM.secret", "SM.authentic", "SM.taken"],
  expects: {
    "needham-schroeder against insider": {
      "SM.secret": breaks("Mallory has Ana open what Bob sealed for her"),
      "SM.authentic": breaks("Mallory meets Bob in Ana's name"),
    },
  },
});
