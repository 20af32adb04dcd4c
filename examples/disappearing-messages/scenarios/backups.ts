import { breaks, scenario } from "sealcheck";
import { careful, careless } from "../models/protocols.ts";

export default scenario({
  says: "Ana writes, and Bob makes a backup now and then.",
  protocols: [careful, careless],
  cast: {},
  mayDo: { ana: ["user.write"], bob: ["user.backUp"] },
  bound: { moves: 12, messages: 2, backups: 2 },
  about: ["D", "C"],
  expects: {
    careless: { "D.gone": breaks("a backup keeps what the chat has forgotten") },
  },
});
