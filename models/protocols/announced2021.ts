import { messenger } from "../messenger.ts";
import { truth, type Version } from "../version.ts";

/** Why a message does not come back. */
export const uncompared = "nothing is compared, so nothing comes back";

const unheard = "each device keeps a date of its own, and the authority hears of nothing";

/** Also what later versions were made from. */
export const announcedVersion: Version = {
  name: "announced-2021",
  modes: ["self", "provider", "hosted", "both"],
  // What a hired company can read goes unsaid where the messenger hosts as well.
  shows: { ...truth, both: "host" },
  comparesAndRejects: false,
  syncAnnounces: false,
  stampsInSeconds: true,
  sharesAcknowledgement: true,
  enforcedBy: "device",
  limitsPersonalChats: true,
  keyChecks: [],
  groupRules: ["rotating keys", "signed messages"],
  notifies: "text",
};

/** What cannot come up where devices enforce the terms, and nothing comes back. */
export const withoutAuthority = {
  "SV.s": uncompared,
  "SV.t": uncompared,
  "SV.t.once": uncompared,
  "SV.t.there": uncompared,
  "P5.p": unheard,
  "SV.r.heard": unheard,
};

export const announced2021 = messenger(announcedVersion, {
  notApplicable: withoutAuthority,
  says: "The messenger hosts chats for businesses that want it and shows notices, as the 2021 announcement and published client behaviour describe; a client learns of a change from the receipt of its next message.",
});
