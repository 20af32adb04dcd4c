import { scenario } from "sealcheck";
import { sealedLetters } from "../models/protocol.ts";

/** A cast and its freedom, not a script: sealcheck plays every story that this allows. */
export default scenario({
  says: "Ana writes up to two letters to Bob.",
  protocols: [sealedLetters],
  cast: {},
  mayDo: { ana: ["user.write"] },
  bound: { moves: 12, letters: 2 },
  // With faults: { drop: 1 } one letter may get lost, and with duplicate: 1 come twice. Which promises does that break?
  about: ["L"],
});
