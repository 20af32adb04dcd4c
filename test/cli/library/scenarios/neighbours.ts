import { breaks, scenario } from "sealcheck";
import { openSlips, sealedSlips } from "../models/protocols.ts";

export const neighbours = scenario({
  says: "Ana and Ben borrow books side by side.",
  protocols: [openSlips, sealedSlips],
  cast: { borrowers: ["ana", "ben"] },
  mayDo: { ana: ["user.ask"], ben: ["user.ask"] },
  bound: { moves: 16, slips: 2 },
  about: ["L1.a"],
  expects: { "open-slips": { "L1.a": breaks("the porter reads what is written on an open slip") } },
});
