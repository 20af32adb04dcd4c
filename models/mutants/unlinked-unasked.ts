import { sabotage } from "#sealcheck";
import { linking } from "../parties/linking.ts";

export default sabotage({
  says: "The account says that a companion is unlinked, and keeps it.",
  breaks: ["P1.b"],
  of: linking,
  machine: { states: { linked: { on: { "owner.unlink": [{ actions: "unlink" }] } } } },
});
