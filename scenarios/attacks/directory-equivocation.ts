import { breaks, scenario } from "#sealcheck";
import { splitView } from "../../models/attacks/splitView.ts";
import { secureMessaging } from "./promise.ts";

/** One directory, two views. An audit does not keep anybody from being lied to; it makes sure that somebody notices. */
export default scenario({
  says: "A directory tells Ana Bob's key, or a key of its own.",
  attack: {
    source: "Melara et al. 2015: CONIKS",
    by: "Mallory runs the directory, and shows Ana another key than everybody else.",
  },
  protocols: [
    splitView("unaudited-directory", "Nobody compares what others were told.", false),
    splitView("audited-directory", "Ana tells an auditor what she was told.", true),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { directory: ["service.answer", "service.lie"] },
  bound: { moves: 12 },
  about: ["SM.found", "SM.genuine"],
  expects: {
    "unaudited-directory": {
      "SM.found": breaks("nobody ever sees both keys"),
    },
  },
});
