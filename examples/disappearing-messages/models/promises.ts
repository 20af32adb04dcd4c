import { confined, possible, promise, within } from "sealcheck";
import { noun } from "./words.ts";

export const disappearing = promise({
  id: "D",
  title: "Messages disappear",
  says: "Only the two of you read a message, and a week later it is gone.",
  source: "the settings of the chat",
  invariants: {
    "D.private": confined({
      says: "Nobody but Ana and Bob reads a message",
      whenever: noun({
        of: "learned",
        says: "somebody can read a message",
        naming: ({ by }) => ({ reader: by }),
      }),
      shared: noun({ of: "written", says: "somebody hands it on", when: () => false }),
      audience: () => ["ana", "bob"],
    }),
    "D.gone": within({
      says: "Wherever a message is kept, it is gone within a week",
      whenever: noun({ of: "stored", says: "a message is kept somewhere" }),
      mustFollow: noun({ of: "erased", says: "it is erased there" }),
      within: 7,
      forTheSame: ["message", "store"],
    }),
  },
});

export const chatting = promise({
  id: "C",
  title: "It is a chat",
  says: "Messages are shown.",
  source: "why anybody would use it",
  kind: "service",
  invariants: {
    "C.shown": possible({
      says: "A message can be shown",
      what: noun({ of: "shown", says: "a message is shown" }),
    }),
  },
});
