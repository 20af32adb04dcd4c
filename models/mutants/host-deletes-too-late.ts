import { sabotage } from "#sealcheck";
import { retention } from "../parties/retention.ts";

export default sabotage({
  says: "The host keeps messages one day longer than it may.",
  breaks: ["P4.c"],
  of: retention,
  delays: { retention: 31 },
});
