import { scenario } from "#sealcheck";
import { compareAndReject, ownFinding } from "./variants.ts";

export default scenario({
  says: "Every message names the mode that it was written for, and is refused under another: notice before exposure holds.",
  attack: ownFinding,
  protocols: [compareAndReject],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch"],
  },
  bound: { moves: 24, messages: 2, switches: 2 },
  about: ["P3.a", "SV.b", "SV.d"],
});
