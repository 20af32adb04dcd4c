import { breaks, scenario } from "#sealcheck";
import { nameForKey } from "../../models/attacks/nameForKey.ts";
import { secureMessaging } from "./promise.ts";

/** What a message means is for who takes it to say: where names may pass for a key, whoever knows the names has the key. */
export default scenario({
  says: "Ana asks for a key by which she writes to Bob.",
  attack: { source: "the handshake of Otway and Rees 1987, its names taken for a key" },
  protocols: [
    nameForKey("untold-keys", "What stands in the place of a key is a key.", false),
    nameForKey("told-keys", "A key is told from whatever else there is.", true),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"] },
  adversary: "network",
  bound: { moves: 20, messages: 1 },
  about: ["SM.secret", "SM.read"],
  expects: {
    "untold-keys against network": {
      "SM.secret": breaks("Ana encrypts under names that everybody knows"),
    },
  },
});
