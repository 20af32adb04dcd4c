import { sabotage } from "#sealcheck";
import { directory } from "../parties/directory.ts";

export default sabotage({
  says: "The directory serves no keys, so that nobody writes to anybody.",
  breaks: ["SV.c"],
  of: directory,
  wiring: { "wire.bundle": () => [] },
});
