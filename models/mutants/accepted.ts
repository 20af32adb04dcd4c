import { acceptedSurvivors } from "#sealcheck";

/** Mutants of the strict version that no promise notices, and why that is as it should be. */
export const accepted = acceptedSurvivors({
  "*: repeat action *":
    "a channel may deliver anything twice, and scenarios with duplicates show that it breaks nothing; what is said twice says nothing new",
  "*: repeat effect *":
    "a channel may deliver anything twice, and scenarios with duplicates show that it breaks nothing; what is said twice says nothing new",
  "businessConversation: * closed user.open #2":
    "a device that opens a chat on what it believes is sent back by the relay if that is out of date",
});
