import { breaks, scenario } from "sealcheck";
import { openSlips, sealedSlips } from "../../models/protocols.ts";

export default scenario({
  says: "Ana borrows books, and everything goes well.",
  protocols: [openSlips, sealedSlips],
  cast: { borrowers: ["ana"] },
  mayDo: { ana: ["user.ask"] },
  bound: { moves: 10, slips: 2 },
  about: ["L1", "L2", "L3.a"],
  expects: {
    "open-slips": { "L1.a": breaks("the porter reads what is written on an open slip") },
  },
});
