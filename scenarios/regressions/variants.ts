import { breaks } from "#sealcheck";
import { messenger } from "../../models/messenger.ts";
import { truth, type Version } from "../../models/version.ts";

/** Nothing is compared, everything is told, changes are counted, and the receipt of a message brings the news. */
const base: Omit<Version, "name"> = {
  modes: ["self", "provider", "hosted", "both"],
  shows: truth,
  comparesAndRejects: false,
  syncAnnounces: true,
  stampsInSeconds: false,
  sharesAcknowledgement: false,
  enforcedBy: "nobody",
  limitsPersonalChats: false,
  keyChecks: [],
  groupRules: [],
  notifies: "text",
};

const says = "A variant between the announced version and the strict one.";
const variant = (name: string, changes: Partial<Version>) =>
  messenger({ ...base, ...changes, name }, { says });

export const receiptDriven = variant("receipt-driven", {});
export const compareAndReject = variant("compare-and-reject", { comparesAndRejects: true });
export const comparedInSeconds = variant("compared-in-seconds", {
  comparesAndRejects: true,
  stampsInSeconds: true,
});
export const threeNotices = variant("three-notices", { shows: { ...truth, both: "host" } });
export const onlyNewer = variant("only-newer", { stampsInSeconds: true });
export const syncOverwrites = variant("sync-overwrites", { syncAnnounces: false });

/** Nobody attacks: these come of changes at a bad moment. */
export const ownFinding = {
  source: "this project's own; see docs/attacks.md",
  by: "Nobody: a business changes who handles its chats while people write to it.",
};

/** What breaks wherever nothing is compared: a device writes under what it believes. */
export const untold = {
  "P3.a": breaks(
    "a device writes under what it believes, and nothing compares that with what is so",
  ),
  "P3.d": breaks("the notice is the one for what the device believes, or for the host alone"),
  "P3.f": breaks(
    "the chat still says that nobody else can read it when a change has let others in",
  ),
};
