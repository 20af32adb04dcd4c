import { breaks, scenario } from "#sealcheck";
import { backup } from "../../models/attacks/backup.ts";
import { secureMessaging } from "./promise.ts";

/** Whoever keeps the copy reads it, or guesses the password: whether that is likely is beyond what is checked here. */
export default scenario({
  says: "Ana writes to Bob, whose phone keeps a copy with a company.",
  attack: {
    source:
      "Davies et al. 2023: Security analysis of the WhatsApp end-to-end encrypted backup protocol",
    by: "Mallory works for the company that keeps the copies, and may guess a password.",
  },
  protocols: [
    backup("plain-backup", "The copy is as it was read.", "none"),
    backup("password-backup", "The copy is encrypted with a password.", "password"),
    backup("key-backup", "The copy is encrypted with a key that nobody can guess.", "key"),
  ],
  promises: [secureMessaging],
  cast: {},
  mayDo: { ana: ["user.write"], mallory: ["thief.guess"] },

  bound: { moves: 12, messages: 1 },
  about: ["SM.secret", "SM.read"],
  expects: {
    "plain-backup": { "SM.secret": breaks("the company reads the copy") },
    "password-backup": { "SM.secret": breaks("the password is guessed") },
  },
});
