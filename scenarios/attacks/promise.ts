import { atMostOnce, before, confined, leadsTo, possible, promise } from "#sealcheck";
import { noun } from "../../models/attacks/words.ts";

const taking = noun({ of: "taken", says: "somebody takes a message for another's" });
const sending = noun({ of: "sent", says: "that other has sent it to them" });

const admitting = noun({ of: "admitted", says: "somebody is taken for a member" });

const readersOf = (to: string): readonly string[] => to.split(" ");

/** What the attacks of the literature break. */
export const secureMessaging = promise({
  id: "SM",
  title: "Messages are for whom they are meant, and from whom they seem to be",
  says: "Nobody reads, forges, repeats or joins what is not theirs, and whoever lies about keys is found out.",
  source: "what protocols for secure messaging are made for",
  invariants: {
    "SM.secret": confined({
      says: "Nobody reads a message but those it is for, unless one of them shares it",
      whenever: noun({
        of: "learned",
        says: "somebody comes to read a message that is not for Mallory, who may pass on what is",
        when: ({ to }) => !readersOf(to).includes("mallory"),
        naming: ({ by }) => ({ reader: by }),
      }),
      shared: noun({
        of: "shared",
        says: "somebody who may read it shares it",
        naming: (fact) => ({ reader: fact.with }),
      }),
      audience: ({ from, to }) => [String(from), ...readersOf(String(to))],
    }),
    "SM.authentic": before({
      says: "Nobody takes a message for another's who did not send it to them",
      whenever: taking,
      mustAlready: sending,
      forTheSame: ["message", "from", "to"],
    }),
    "SM.once": atMostOnce({
      says: "Nobody takes one message twice",
      what: taking,
      forTheSame: ["message", "to"],
    }),
    "SM.members": before({
      says: "Nobody is taken for a member, and no device for somebody's, who was not let in",
      whenever: admitting,
      mustAlready: noun({ of: "invited", says: "whoever decides about it has let them in" }),
      forTheSame: ["member"],
    }),
    "SM.found": leadsTo({
      says: "Whoever hands out a false key is found out in the end",
      whenever: noun({
        of: "keyTaken",
        says: "somebody takes a key for a person's that is not theirs",
        when: ({ genuine }) => !genuine,
      }),
      mustFollow: noun({ of: "foundOut", says: "somebody knows that there are two keys" }),
      forTheSame: ["person"],
    }),
    // What nobody can use is safe as well: whatever mends an attack must leave people what they came for.
    "SM.read": possible({
      says: "A message can be read by whom it is for",
      what: noun({
        of: "learned",
        says: "somebody comes to read a message that another wrote for them, and not for Mallory",
        when: ({ by, from, to }) =>
          by !== from && readersOf(to).includes(by) && !readersOf(to).includes("mallory"),
      }),
    }),
    "SM.taken": possible({
      says: "A message can be taken for what it is by whom it is for",
      what: taking,
    }),
    "SM.joined": possible({ says: "Whoever was let in can become a member", what: admitting }),
    "SM.genuine": possible({
      says: "A person's own key can be taken for theirs",
      what: noun({
        of: "keyTaken",
        says: "somebody takes a person's key for theirs",
        when: ({ genuine }) => genuine,
      }),
    }),
  },
});
