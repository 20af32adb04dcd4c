import { sabotage } from "#sealcheck";
import { vendor } from "../parties/vendor.ts";

export default sabotage({
  says: "A vendor records what still arrives after it has deleted everything.",
  breaks: ["P2.h"],
  of: vendor,
  machine: { states: { left: { on: { "net.record": { actions: "record" } } } } },
});
