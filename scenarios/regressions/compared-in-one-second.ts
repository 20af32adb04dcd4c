import { scenario } from "#sealcheck";
import { compareAndReject } from "./variants.ts";

export default scenario({
  says: "Messages are compared, and the owner changes the mode as fast as they can. A rough model that compared stamps of a second broke after eight moves; here the mode is compared as well, and a change waits for its confirmation.",
  protocols: [compareAndReject],
  cast: { people: { ana: { devices: ["phone"] } }, businesses: { shop: { starts: "self" } } },
  mayDo: {
    ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
    shop: ["owner.switch", "owner.switchAtOnce"],
  },
  bound: { moves: 30, messages: 3, switches: 3 },
  about: ["P3.a"],
});
