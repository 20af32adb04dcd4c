import { breaks, scenario } from "#sealcheck";
import { oldTicket } from "../../models/attacks/oldTicket.ts";
import { secureMessaging } from "./promise.ts";

/** Nothing in what Ana brings tells Bob how old it is: whoever has kept it, and has found out the key in it, meets him as Ana. */
export default scenario({
  says: "Ana meets Bob by a key that a server makes for them; the key of an old session has become known.",
  attack: { source: "Denning and Sacco 1981, on Needham and Schroeder 1978" },
  protocols: [
    oldTicket("undated-ticket", "A ticket names a key and for whom it is.", false),
    oldTicket("asked-for-ticket", "A ticket says again what Bob said when he was called.", true),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.meet"] },
  adversary: "archivist",
  bound: { moves: 20 },
  about: ["SM.authentic", "SM.taken"],
  expects: {
    "undated-ticket against archivist": {
      "SM.authentic": breaks("an old ticket is as good as a new one"),
    },
  },
});
