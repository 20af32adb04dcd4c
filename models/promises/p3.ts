import { always, atMostOnce, before, either, leadsTo, never, promise, since } from "#sealcheck";
import { noun } from "../vocabulary.ts";
import {
  exposures,
  modeTakesEffect,
  noticeOfNobody,
  noticeOfOthers,
  othersReadAlong,
} from "./nouns.ts";

const exposed = either(exposures.opened, exposures.passedOn);

const opensUnderNotice = noun({
  of: "chatOpened",
  says: "a device opens a chat with a business that it takes to have helpers",
  when: (fact) => fact.class !== "none",
});
const sameNotice = noun({
  of: "noticeRendered",
  says: "the device has shown the notice for what it believes",
});
const freshNotice = noun({
  of: "noticeRendered",
  says: "the device shows the notice, other than anew after it failed while showing it",
  when: (fact) => !fact.again,
});

const acknowledging = noun({
  of: "noticeAcknowledged",
  says: "a person acknowledges who reads along",
});

const writes = noun({
  of: "messageSent",
  says: "a person writes to a business",
  when: ({ chat, from, business }) => chat === "business" && from !== business,
});
const inAnOpenChat = noun({
  of: "messageSent",
  says: "the chat is open on the device that sends",
  when: ({ chat, from, device, business }, look) =>
    chat === "business" && from !== business && look(`${device}/${business}`).is("open"),
});
const endsTheChat = noun({
  of: ["chatLeft", "messageReturned"],
  says: "a person leaves a chat with a business, or a message to it comes back unopened",
});
const isClosed = noun({
  of: ["chatLeft", "messageReturned"],
  says: "the chat is closed, so that whoever goes on is told anew",
  when: ({ device, business }, look) => look(`${device}/${business}`).is("closed"),
});
const opens = noun({
  of: "chatOpened",
  says: "a device opens a chat with a business, so that the person can write",
});
const isOpen = noun({
  of: "chatOpened",
  says: "the chat is open",
  when: ({ device, business }, look) => look(`${device}/${business}`).is("open"),
});
const passingOn = noun({
  of: "passedOn",
  says: "a person passes a message on to a business",
});
const passedInAnOpenChat = noun({
  of: "passedOn",
  says: "the chat is open on the device that sends",
  when: ({ device, business }, look) => look(`${device}/${business}`).is("open"),
});
const reaching = noun({
  of: "delivered",
  says: "a message from a chat of two reaches a business",
  when: ({ chat }) => chat !== "group",
});
const meantForIt = noun({
  of: ["messageSent", "passedOn"],
  says: "somebody has written it to a business, or passed it on to one",
  when: (fact) => !("chat" in fact) || fact.chat === "business",
});
const changes = noun({
  of: "modeTookEffect",
  says: "a business changes who handles its chats",
  when: ({ was }) => was !== "nothing",
});
const toSomebodyElse = noun({
  of: "modeTookEffect",
  says: "they are handled in another way than before",
  when: ({ mode, was }) => mode !== was,
});
const opensForOneself = noun({
  of: "chatOpened",
  says: "a device opens a chat with a business that it takes to have no helpers",
  when: (fact) => fact.class === "none",
});

export const p3 = promise({
  id: "P3",
  title: "People are told before such a chat",
  says: "Whoever is about to write to a business whose chats others can read is told so first, on the device they write with.",
  source: "announcement, S8, S11",
  reading:
    "Told means shown on the device that sends, since the business last changed who handles its chats. To be exposed means that a helper of the business comes to read the message",
  rejected:
    "Counting a notice on another device of the same person, and counting a notice that comes after the fact: that one has an invariant of its own",
  invariants: {
    "P3.a": since({
      says: "Nobody else reads a person's message to a business before the sending device has shown a notice",
      whenever: exposed,
      mustAlready: noticeOfOthers,
      since: modeTakesEffect,
      forTheSame: ["device", "business"],
    }),
    "P3.b": before({
      says: "A chat opens only after the notice that belongs to what the device believes",
      whenever: opensUnderNotice,
      mustAlready: sameNotice,
      forTheSame: ["device", "business", "class"],
    }),
    "P3.c": leadsTo({
      says: "Whoever was exposed is told in the end",
      whenever: exposed,
      mustFollow: noticeOfOthers,
      already: noticeOfOthers,
      since: modeTakesEffect,
      forTheSame: ["device", "business"],
    }),
    "P3.d": since({
      says: "The notice names the kind of helper that reads: a company working for the business, or the hosting service",
      whenever: exposed,
      mustAlready: noticeOfOthers,
      since: modeTakesEffect,
      forTheSame: ["device", "business", "side"],
    }),
    "P3.e": before({
      says: "A notice names a kind of helper only if the business has had one",
      whenever: noticeOfOthers,
      mustAlready: othersReadAlong,
      forTheSame: ["business", "side"],
    }),
    "P3.f": never({
      says: "After a device has said that nobody else can read the chat, nobody else does, until it says otherwise",
      what: exposed,
      outOf: noticeOfNobody,
      after: noticeOfNobody,
      until: noticeOfOthers,
      forTheSame: ["device", "business"],
    }),
    "P3.g": atMostOnce({
      says: "A device shows the same notice at most once for each change, so that people go on reading them",
      what: freshNotice,
      forTheSame: ["device", "business", "class", "stamp"],
    }),
    "P3.p": atMostOnce({
      says: "Whoever has acknowledged a notice is not asked again before the business changes",
      what: acknowledging,
      forTheSame: ["device", "business", "class", "stamp"],
    }),
    "P3.h": always({
      says: "People write to a business only in a chat that is open",
      whenever: writes,
      holds: inAnOpenChat,
    }),
    "P3.i": always({
      says: "A chat that was left, or from which a message came back, is closed",
      whenever: endsTheChat,
      holds: isClosed,
    }),
    "P3.j": before({
      says: "A chat that nobody else reads opens only when the device has said so",
      whenever: opensForOneself,
      mustAlready: noticeOfNobody,
      forTheSame: ["device", "business"],
    }),
    "P3.k": always({
      says: "A chat that a device says is open is open",
      whenever: opens,
      holds: isOpen,
    }),
    "P3.l": since({
      says: "Whoever has left a chat, or got a message back, opens it again before they write",
      whenever: writes,
      mustAlready: opens,
      since: endsTheChat,
      forTheSame: ["device", "business"],
    }),
    "P3.n": always({
      says: "People pass messages on to a business only in a chat that is open",
      whenever: passingOn,
      holds: passedInAnOpenChat,
    }),
    "P3.o": before({
      says: "What reaches a business was written or passed on to it by somebody",
      whenever: reaching,
      mustAlready: meantForIt,
      forTheSame: ["message"],
    }),
    "P3.m": always({
      says: "What counts as a change of a business is one, so that nobody is told again for nothing",
      whenever: changes,
      holds: toSomebodyElse,
    }),
  },
});
