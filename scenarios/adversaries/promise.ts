import { never, possible, promise, since } from "#sealcheck";
import { amongPeople } from "../../models/promises/nouns.ts";
import { noun } from "../../models/vocabulary.ts";

const inChat = ({ store }: { readonly store: string }): boolean => store.startsWith("log of ");

/** What a device keeps of a message outside of the chat that it stands in. */
export const notifications = promise({
  id: "NT",
  title: "Notifications keep nothing",
  says: "What a device shows when a message comes is kept nowhere but in the chat, so that what a person deletes there is gone.",
  source:
    "this project's own; in 2026 it was reported that notifications outlive the chats that they are about",
  reading: "A notification may say that somebody has written, and who; not what",
  invariants: {
    "NT.a": never({
      says: "No notification keeps the text of a personal message",
      what: noun({
        of: "stored",
        says: "a notification keeps the text of a personal message",
        when: (fact) => amongPeople(fact) && !inChat(fact),
      }),
      outOf: noun({
        of: "stored",
        says: "a chat keeps it",
        when: (fact) => amongPeople(fact) && inChat(fact),
      }),
    }),
    "NT.b": since({
      says: "Whoever examines a device reads nothing that was deleted there",
      whenever: noun({
        of: "learned",
        says: "whoever examines a device reads a personal message",
        when: (fact) => fact.by === "examiner" && amongPeople(fact),
      }),
      mustAlready: noun({ of: "stored", says: "a chat there keeps it", when: inChat }),
      since: noun({ of: "erased", says: "the chat is deleted", when: inChat }),
      forTheSame: ["message"],
    }),
    "NT.c": possible({
      says: "A person can delete what a device keeps of a chat",
      what: noun({ of: "erased", says: "the chat is deleted", when: inChat }),
    }),
  },
});
