import {
  always,
  before,
  confined,
  either,
  indistinguishable,
  never,
  promise,
  since,
} from "#sealcheck";
import { noun } from "../vocabulary.ts";
import { amongPeople, disclosing, isHelper, sharing, writerAndReceiver } from "./nouns.ts";

const readsText = noun({
  of: "learned",
  says: "somebody comes to read a personal text message",
  when: (fact) => amongPeople(fact) && fact.kind === "text" && !isHelper(fact.by, fact),
  naming: ({ by }) => ({ reader: by }),
});

const readsMedia = noun({
  of: "learned",
  says: "somebody comes to see or hear a personal picture, voice note or call",
  when: (fact) => amongPeople(fact) && fact.kind !== "text" && !isHelper(fact.by, fact),
  naming: ({ by }) => ({ reader: by }),
});

const writing = noun({
  of: "messageSent",
  says: "a device sends a personal message",
  when: amongPeople,
});
/** Where a chat of two stands before it has the other's keys; a group has no such state. */
const keyless = ["strangers", "fetching", "saving"];
const underTheirKeys = noun({
  of: "messageSent",
  says: "it has fetched the keys of whom it writes to",
  when: (fact, look) =>
    amongPeople(fact) && !keyless.some((state) => look(`${fact.device}/${fact.to}`).is(state)),
});
const showing = noun({ of: "messageRead", says: "a device shows a message" });
const sending = noun({ of: "messageSent", says: "somebody has sent it" });
const showingPersonal = noun({
  of: "messageRead",
  says: "a device shows a personal message",
  when: amongPeople,
  naming: ({ on }) => ({ recipient: on }),
});
const sealed = noun({ of: "encryptedFor", says: "somebody has encrypted it for that device" });
const encrypting = noun({ of: "encryptedFor", says: "a message is encrypted for a device" });
const linked = noun({ of: "deviceLinked", says: "its owner has linked that device" });
const unlinked = noun({ of: "deviceUnlinked", says: "its owner unlinks it" });

/** Whoever is shown what somebody keeps is shown it by a report, except for the company that keeps backups. */
const reporting = noun({
  of: "disclosed",
  says: "somebody is shown a message because of a report",
  when: ({ reader }) => reader !== "cloud",
  naming: ({ owner }) => ({ person: owner }),
});
const asReported = noun({
  of: "disclosed",
  says: "it is shown to the service alone, and is the reported message or one of the four before it",
  when: ({ reader, back }) => reader === "service" && back <= 4,
});
const consenting = noun({ of: "reportConsented", says: "the person has agreed to report" });

const readsOthers = noun({
  of: "learned",
  says: "somebody comes to read what somebody else has written to them",
  when: ({ by, from, to, chat, business }) =>
    by !== from && by !== business && (by === to || chat === "group"),
});
const byDevice = noun({
  of: "learned",
  says: "it has come to a device of theirs, or they listened on the way there",
  when: ({ how }) => how === "arrived" || how === "overheard",
});

const wokenUp = noun({ of: "pushed", says: "a device is woken up" });
const writtenForIt = noun({
  of: "encryptedFor",
  says: "something was written that goes to that device",
  naming: ({ addressed }) => ({ device: addressed }),
});
const writtenByIt = noun({
  of: ["messageSent", "passedOn"],
  says: "somebody has written on that device",
});

const wakingUp = noun({
  of: "pushed",
  says: "a device is woken up from outside the encrypted channel",
});
const pushingText = noun({
  of: "pushed",
  says: "the text of a message stands in a wake-up call",
  when: ({ content }) => content === "text",
});

export const p1 = promise({
  id: "P1",
  title: "Personal chats are end-to-end encrypted",
  says: "What people write, show or say to each other can be read by them alone, never by the service, unless one of them shares it.",
  source: "announcement, S4, S5",
  reading:
    "Sharing is any deliberate act of somebody who may read the message: passing it on, reporting it, keeping a backup that others can read. Never means as long as no device is broken into",
  rejected:
    "Counting only the receiver's acts: the writer may share too. Counting who wrote to whom and when: that is about more than content, and is checked elsewhere",
  invariants: {
    "P1.a": confined({
      says: "Nobody but the writer and the receiver reads a personal text, unless somebody who may read it shares it",
      whenever: readsText,
      shared: either(sharing, disclosing),
      audience: writerAndReceiver,
    }),
    "P1.b": since({
      says: "Messages are encrypted only for devices that belong to their owner's account",
      whenever: encrypting,
      mustAlready: linked,
      since: unlinked,
      forTheSame: ["recipient"],
    }),
    "P1.c": always({
      says: "A report shows the reported message and at most the four before it, and shows them to the service alone",
      whenever: reporting,
      holds: asReported,
    }),
    "P1.c.consent": before({
      says: "A report is sent only after the person has agreed to it",
      whenever: reporting,
      mustAlready: consenting,
      forTheSame: ["person"],
    }),
    "P1.d": confined({
      says: "Nobody but the writer and the receiver sees or hears a personal picture, voice note or call, unless one of them shares it",
      whenever: readsMedia,
      shared: either(sharing, disclosing),
      audience: writerAndReceiver,
    }),
    "P1.e": indistinguishable({
      says: "What the service and the wake-up service see is the same whatever people write to each other",
      observer: {
        says: "the service, or the company that wakes devices up",
        of: ({ owner }) => (owner === "service" || owner === "push" ? owner : undefined),
      },
      secret: {
        says: "what stands in personal messages, filled up to one length",
        texts: ({ chat }) => chat === "personal" || chat === "group",
      },
      traits: ["lengths", "timing"],
    }),
    "P1.h": always({
      says: "A device writes to somebody only when it has fetched their keys",
      whenever: writing,
      holds: underTheirKeys,
    }),
    "P1.k": before({
      says: "A device shows only what somebody has sent",
      whenever: showing,
      mustAlready: sending,
      forTheSame: ["message"],
    }),
    "P1.l": before({
      says: "A device shows only personal messages that were encrypted for it",
      whenever: showingPersonal,
      mustAlready: sealed,
      forTheSame: ["message", "recipient"],
    }),
    "P1.m": always({
      says: "What is written to people reaches them on devices of theirs, and in no other way",
      whenever: readsOthers,
      holds: byDevice,
    }),
    "P1.n": before({
      says: "A device is woken up only when something was written for it, or on it",
      whenever: wokenUp,
      mustAlready: either(writtenForIt, writtenByIt),
      forTheSame: ["device"],
    }),
    "P1.g": never({
      says: "No text of a message travels outside the encrypted channel to wake a device up",
      what: pushingText,
      outOf: wakingUp,
    }),
  },
});
