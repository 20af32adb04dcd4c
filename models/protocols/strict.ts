import { messenger } from "../messenger.ts";
import { truth, type Version } from "../version.ts";

/** Also what versions are made from in which keys are checked. */
export const strictVersion: Version = {
  name: "strict",
  modes: ["self", "provider", "hosted", "both"],
  shows: truth,
  comparesAndRejects: true,
  syncAnnounces: false,
  stampsInSeconds: false,
  sharesAcknowledgement: false,
  enforcedBy: "authority",
  limitsPersonalChats: false,
  keyChecks: [],
  groupRules: ["signed membership", "rotating keys", "no hosted members", "signed messages"],
  notifies: "that there is one",
};

export const strict = messenger(strictVersion, {
  says: "Our own version: every message names the mode it was written for and is refused under another, keys are fresh for each mode, notices tell everything, and only the authority enforces terms.",
  assumptions: [
    "a device that opens a business chat asks for the business's mode and gets a true answer",
    "businesses declare every company they pass messages to",
  ],
});
