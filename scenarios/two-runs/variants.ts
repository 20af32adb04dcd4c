import { messenger } from "../../models/messenger.ts";
import { announcedVersion } from "../../models/protocols/announced2021.ts";

/** The announced terms, and nothing is taken away but what they are about. */
export const withoutLimits = messenger(
  { ...announcedVersion, name: "announced-without-limits", limitsPersonalChats: false },
  {
    says: "The announced version without its stage of limited functionality: whoever does not accept keeps personal chats as they are.",
  },
);
