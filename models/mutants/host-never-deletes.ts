import { sabotage } from "#sealcheck";
import { retention } from "../parties/retention.ts";

export default sabotage({
  says: "The host never deletes what it stores.",
  breaks: ["P4.c"],
  of: retention,
  wiring: { "store.expired": () => [] },
});
