import { sabotage } from "#sealcheck";
import { retention } from "../parties/retention.ts";

export default sabotage({
  says: "Every new message puts off the day on which the host deletes the old ones.",
  breaks: ["P4.c"],
  of: retention,
  machine: {
    states: { holding: { on: { "store.kept": { target: "holding", reenter: true } } } } as never,
  },
});
