import { messenger } from "../../models/messenger.ts";
import { strictVersion } from "../../models/protocols/strict.ts";

export const keptSenderKeys = messenger(
  {
    ...strictVersion,
    name: "kept-sender-keys",
    groupRules: ["signed membership", "signed messages"],
  },
  { says: "As strict; a device keeps its sender key when somebody was removed from a group." },
);

export const unsignedMessages = messenger(
  {
    ...strictVersion,
    name: "unsigned-messages",
    groupRules: ["signed membership", "rotating keys", "no hosted members"],
  },
  {
    says: "As strict; what is written to a group is not signed, so that its sender key is all it has.",
  },
);
