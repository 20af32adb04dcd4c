import { sabotage } from "#sealcheck";
import { mediaStore } from "../parties/mediaStore.ts";

export default sabotage({
  says: "The store keeps pictures, voice notes and calls to itself.",
  breaks: ["SV.a"],
  of: mediaStore,
  wiring: { "wire.blob": () => [] },
});
