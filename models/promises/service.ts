import { either, leadsTo, possible, promise } from "#sealcheck";
import { noun } from "../vocabulary.ts";
import { lost, lostOrRefused } from "./nouns.ts";

const personalSent = noun({
  of: "messageSent",
  says: "somebody sends a personal message",
  when: ({ chat }) => chat === "personal",
});
const textRead = noun({
  of: "messageRead",
  says: "a device of the receiver shows its text",
  when: ({ chat, kind }) => chat === "personal" && kind === "text",
});
const mediaReceived = noun({
  of: "learned",
  says: "the receiver has all that is needed to see or hear it",
  when: ({ chat, kind, by, to }) => chat === "personal" && kind !== "text" && by === to,
});
const personalRead = either(textRead, mediaReceived);
const businessSent = noun({
  of: "messageSent",
  says: "somebody sends a message to a business",
  when: ({ chat }) => chat === "business",
});
const delivered = noun({
  of: "delivered",
  says: "the business, or whoever works for it, opens the message",
});
const deliveredAtHost = noun({
  of: "delivered",
  says: "a hosted business gets a person's message",
  when: ({ at }) => at.startsWith("host/"),
});

export const service = promise({
  id: "SV",
  title: "The messenger still works",
  says: "Messages arrive, so that no promise is kept by delivering nothing.",
  source: "announcement, S2, S9",
  kind: "service",
  invariants: {
    "SV.a": leadsTo({
      says: "A personal message is read in the end",
      whenever: personalSent,
      mustFollow: personalRead,
      unless: lost,
      forTheSame: ["message"],
    }),
    "SV.b": leadsTo({
      says: "A message to a business arrives in the end, or comes back",
      whenever: businessSent,
      mustFollow: delivered,
      unless: lostOrRefused,
      forTheSame: ["message"],
    }),
    "SV.c": possible({ says: "Personal messages can be read", what: personalRead }),
    "SV.d": possible({ says: "Chats with hosted businesses work", what: deliveredAtHost }),
  },
});
