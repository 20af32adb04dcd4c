import { messenger } from "../messenger.ts";
import type { Version } from "../version.ts";

export const version2021: Version = {
  name: "announced-2021",
  modes: ["self", "provider", "hosted", "both"],
  // What a hired company can read goes unsaid where the messenger hosts as well.
  shows: { self: "none", provider: "vendor", hosted: "host", both: "host" },
  comparesAndRejects: false,
  syncAnnounces: false,
  stampsInSeconds: true,
  sharesAcknowledgement: true,
  enforcedBy: "device",
  limitsPersonalChats: true,
};

export const announced2021 = messenger(version2021, {
  says: "The messenger hosts chats for businesses that want it and shows notices, as the 2021 announcement and published client behaviour describe; a client learns of a change from the receipt of its next message.",
});
