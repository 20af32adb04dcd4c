import { breaks, scenario } from "sealcheck";
import { sealedSlips } from "../../models/protocols.ts";

export default scenario({
  says: "Ana borrows books, and the porter drops a slip now and then.",
  protocols: [sealedSlips],
  cast: { borrowers: ["ana"] },
  mayDo: { ana: ["user.ask"] },
  faults: { drop: 1, crash: 1 },
  bound: { moves: 12, slips: 2 },
  about: ["L2.a"],
  expects: {
    "sealed-slips": { "L2.a": breaks("a slip that is dropped never reaches the shelf") },
  },
});
