import { sabotage } from "#sealcheck";
import { vendor } from "../parties/vendor.ts";

export default sabotage({
  says: "A vendor says that it has deleted what it recorded, and keeps it.",
  breaks: ["P2.f"],
  of: vendor,
  wiring: { "records.purged": (honest) => honest.filter(({ rule }) => rule === "fact") },
});
