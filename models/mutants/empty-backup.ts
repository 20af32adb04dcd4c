import { sabotage } from "#sealcheck";
import { backup } from "../parties/backup.ts";

export default sabotage({
  says: "A backup that somebody asked for is empty.",
  breaks: ["SV.l"],
  of: backup,
  wiring: { "backup.uploads": () => [] },
});
