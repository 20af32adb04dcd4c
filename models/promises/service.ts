import { atMostOnce, before, either, leadsTo, possible, promise } from "#sealcheck";
import type { Mode } from "../cast.ts";
import { noun } from "../vocabulary.ts";
import {
  amongPeople,
  broughtUnsent,
  isVendor,
  lost,
  lostOrRefused,
  optingOut,
  passingOnAgain,
} from "./nouns.ts";

const personalSent = noun({
  of: "messageSent",
  says: "somebody sends a personal message",
  when: amongPeople,
});
const textRead = noun({
  of: "messageRead",
  says: "a device of the receiver shows its text",
  when: (fact) => amongPeople(fact) && fact.kind === "text",
});
const mediaReceived = noun({
  of: "learned",
  says: "the receiver has all that is needed to see or hear it",
  when: (fact) => amongPeople(fact) && fact.kind !== "text" && fact.by === fact.to,
});
const personalRead = either(textRead, mediaReceived);
const businessSent = noun({
  of: "messageSent",
  says: "somebody sends a message to a business",
  when: ({ chat, from, business }) => chat === "business" && from !== business,
});
const answered = noun({
  of: "messageSent",
  says: "a business answers",
  when: ({ chat, from, business }) => chat === "business" && from === business,
});
const answerShown = noun({
  of: "messageRead",
  says: "a device of the customer shows it",
  when: ({ chat }) => chat === "business",
});
const leaving = noun({
  of: "chatLeft",
  says: "somebody leaves a chat with a business without having agreed that others read along",
  when: ({ agreed }) => !agreed,
});
const goingAway = noun({
  of: "chatLeft",
  says: "somebody leaves a chat with a business that was open",
  when: ({ agreed }) => agreed,
});
const returning = noun({
  of: "messageReturned",
  says: "a message to a business comes back",
});
const hearing = noun({
  of: "termsWithdrawn",
  says: "a device hears that the terms are postponed",
});
const passedToBusiness = noun({
  of: "passedOn",
  says: "somebody passes a message on to a business",
});
const deliveredAfterChange = noun({
  of: "delivered",
  says: "a business that has changed once who handles its chats gets a person's message",
  when: ({ chat, from, business }, look) =>
    chat === "business" && from !== business && look(`${business}.mode`).context["stamp"] === 1,
});
const hostKeeps = noun({
  of: "stored",
  says: "the host keeps a message to a business",
  when: ({ owner, chat }) => owner === "host" && chat === "business",
});
const businessReads = noun({
  of: "learned",
  says: "a business comes to read what a provider or the host opens for it",
  when: ({ by, chat, from, business }, look) =>
    chat === "business" &&
    from !== business &&
    by === business &&
    ["provider", "hosted", "both"].some((mode) => look(`${business}.mode`).is(mode)),
});
const comingBack = noun({
  of: "rejected",
  says: "the service sends a message to a business back unopened",
});
const leavingMode = (mode: Mode, says: string) =>
  noun({ of: "modeTookEffect", says, when: ({ was }) => was === mode });
const acceptingLate = noun({
  of: "termsAccepted",
  says: "somebody from whom something was taken away accepts the terms",
  when: ({ late }) => late,
});
const remindingWhile = (state: string, says: string) =>
  noun({ of: "policyReminded", says, when: (_, look) => look("policy").is(state) });
const vendorRecords = noun({
  of: "stored",
  says: "an analytics company records a message",
  when: (fact) => isVendor(fact.owner, fact),
});
const revoking = noun({
  of: "revoked",
  says: "a business ends its contract with an analytics company",
});
const reporting = noun({
  of: "disclosed",
  says: "a reported message reaches the service",
  when: ({ reader }) => reader === "service",
});
const backingUp = noun({
  of: "disclosed",
  says: "a message is kept by the company that stores backups",
  when: ({ reader }) => reader === "cloud",
});
const unlinking = noun({ of: "deviceUnlinked", says: "a companion is unlinked" });
const passingOn = noun({
  of: "shared",
  says: "a personal message is passed on",
  when: ({ how }) => how === "passed on",
});
const wakingUp = noun({ of: "pushed", says: "a device is woken up" });
const postponing = noun({ of: "policyPostponed", says: "the terms are postponed" });
const announcingAgain = noun({
  of: "policyAnnounced",
  says: "the terms are announced again",
  when: ({ revision }) => revision > 1,
});
const limiting = noun({
  of: "limited",
  says: "something is taken away from somebody who has not accepted the terms",
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

/** Facts that may come up once for each message, unless a fault or an adversary brings it once more. */
const onceUnlessBrought = { unless: broughtUnsent, per: passingOnAgain };

const sending = noun({ of: "messageSent", says: "a message is sent" });
const shown = noun({ of: "messageRead", says: "a device shows a message" });
const handedOver = noun({
  of: "delivered",
  says: "a business, or whoever works for it, gets a message",
});
const keeping = noun({ of: "stored", says: "a message is kept somewhere" });
const sealedForDevice = noun({
  of: "encryptedFor",
  says: "a text is encrypted for the device that it goes to",
  when: ({ kind, recipient, addressed }) => kind === "text" && recipient === addressed,
  naming: ({ recipient }) => ({ on: recipient }),
});
const sentFromThere = noun({
  of: ["messageSent", "passedOn"],
  says: "somebody has sent it there on that device",
});
const acknowledging = noun({
  of: "noticeAcknowledged",
  says: "somebody acknowledges who reads along",
});
const ownBackedUp = noun({
  of: "disclosed",
  says: "what somebody has written is kept by the company that stores their backups",
  when: ({ reader, from, owner }) => reader === "cloud" && from === owner,
});
const answerRead = noun({
  of: "learned",
  says: "a business comes to read what a provider or the host answers in its name",
  when: ({ by, chat, from, business, device }) =>
    chat === "business" && from === business && by === business && device !== `${business}.desk`,
});
const groupReaches = noun({
  of: "delivered",
  says: "a business gets what was written to a group that it belongs to",
  when: ({ chat }) => chat === "group",
});
const writtenAfterReturn = noun({
  of: "messageSent",
  says: "somebody writes to a group into which a member has come back",
  when: ({ chat, to }, look) =>
    chat === "group" && look(to).is("everybody") && look(to).context["changes"] === 2,
});
const acceptanceHeard = noun({
  of: "acceptanceHeard",
  says: "the authority hears that somebody has accepted the terms",
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
    "SV.a.once": atMostOnce({
      says: "What is sent is shown once on each device, unless something brings it there once more",
      what: shown,
      ...onceUnlessBrought,
      forTheSame: ["message", "on"],
    }),
    "SV.a.each": leadsTo({
      says: "A text is shown in the end on each device that it was encrypted for",
      whenever: sealedForDevice,
      mustFollow: shown,
      unless: lost,
      forTheSame: ["message", "on"],
    }),
    "SV.b": leadsTo({
      says: "A message to a business arrives in the end, or comes back",
      whenever: businessSent,
      mustFollow: delivered,
      unless: lostOrRefused,
      forTheSame: ["message"],
    }),
    "SV.b.passed": leadsTo({
      says: "A message that is passed on to a business arrives in the end, or comes back",
      whenever: passedToBusiness,
      mustFollow: delivered,
      unless: lostOrRefused,
      forTheSame: ["message"],
    }),
    "SV.b.changed": possible({
      says: "Messages reach a business that has changed who handles its chats",
      what: deliveredAfterChange,
    }),
    "SV.b.once": atMostOnce({
      says: "What is sent to a business comes there once, unless something brings it there once more",
      what: handedOver,
      ...onceUnlessBrought,
      forTheSame: ["message", "at"],
    }),
    "SV.b.group": possible({
      says: "A business in a group can get what is written there",
      what: groupReaches,
    }),
    "SV.c": possible({ says: "Personal messages can be read", what: personalRead }),
    "SV.c.once": atMostOnce({
      says: "What somebody writes once is sent once",
      what: sending,
      forTheSame: ["message"],
    }),
    "SV.c.again": possible({
      says: "Whoever was removed from a group can be added again",
      what: writtenAfterReturn,
    }),
    "SV.d": possible({ says: "Chats with hosted businesses work", what: deliveredAtHost }),
    "SV.d.kept": possible({
      says: "The host keeps what a hosted business is sent",
      what: hostKeeps,
    }),
    "SV.d.read": possible({
      says: "A business can read what others open for it",
      what: businessReads,
    }),
    "SV.d.answers": possible({
      says: "A business can read what others answer in its name",
      what: answerRead,
    }),
    "SV.e": leadsTo({
      says: "What a business answers is shown in the end",
      whenever: answered,
      mustFollow: answerShown,
      unless: lost,
      forTheSame: ["message"],
    }),
    "SV.f": possible({
      says: "Whoever is told who reads along can leave without agreeing",
      what: leaving,
    }),
    "SV.f.agreed": possible({
      says: "Whoever is told who reads along can acknowledge it",
      what: acknowledging,
    }),
    "SV.g": possible({ says: "A chat with a business can be left", what: goingAway }),
    "SV.h": possible({ says: "A business can stop being hosted", what: optingOut }),
    "SV.i": possible({
      says: "Analytics companies record what they are given",
      what: vendorRecords,
    }),
    "SV.j": possible({
      says: "A business can end its contract with an analytics company",
      what: revoking,
    }),
    "SV.k": possible({ says: "Messages can be reported", what: reporting }),
    "SV.l": possible({ says: "Messages can be backed up", what: backingUp }),
    "SV.l.own": possible({
      says: "What somebody has written can be backed up",
      what: ownBackedUp,
    }),
    "SV.l.once": atMostOnce({
      says: "Whoever keeps a message keeps it once, unless something brings it once more",
      what: keeping,
      ...onceUnlessBrought,
      forTheSame: ["message", "store"],
    }),
    "SV.m": possible({ says: "Companions can be unlinked", what: unlinking }),
    "SV.n": possible({ says: "Messages can be passed on", what: passingOn }),
    "SV.o": possible({ says: "Phones can be woken up", what: wakingUp }),
    "SV.p": possible({ says: "The terms can be postponed", what: postponing }),
    "SV.p.heard": possible({
      says: "Devices can hear that the terms are postponed",
      what: hearing,
    }),
    "SV.q": possible({ says: "The terms can be announced again", what: announcingAgain }),
    "SV.r": possible({ says: "The terms can be enforced", what: limiting }),
    "SV.r.heard": possible({
      says: "The authority can hear that somebody has accepted the terms",
      what: acceptanceHeard,
    }),
    "SV.s": possible({ says: "A message can come back unopened", what: returning }),
    "SV.t": leadsTo({
      says: "Whoever wrote a message that comes back unopened is told so in the end",
      whenever: comingBack,
      mustFollow: returning,
      unless: lost,
      forTheSame: ["message"],
    }),
    "SV.t.once": atMostOnce({
      says: "Whoever is told that a message came back is told once, unless something brings it once more",
      what: returning,
      ...onceUnlessBrought,
      forTheSame: ["message"],
    }),
    "SV.t.there": before({
      says: "What comes back unopened comes back to the chat from which it was sent",
      whenever: returning,
      mustAlready: sentFromThere,
      forTheSame: ["message", "device", "business"],
    }),
    "SV.u": possible({
      says: "A business that handles its chats itself can change that",
      what: leavingMode("self", "a business stops handling its chats itself"),
    }),
    "SV.v": possible({
      says: "A business can end the work of a provider",
      what: leavingMode("provider", "a provider stops handling the chats of a business alone"),
    }),
    "SV.w": possible({
      says: "A business that is hosted and does without a provider can change that",
      what: leavingMode("hosted", "a business stops being hosted alone"),
    }),
    "SV.x": possible({
      says: "A business that is hosted while a provider works for it can change that",
      what: leavingMode("both", "a business stops being hosted while a provider works for it"),
    }),
    "SV.y": possible({
      says: "Whoever has lost something by not accepting the terms can still accept them",
      what: acceptingLate,
    }),
    "SV.z": possible({
      says: "People can be reminded of the terms before these take effect",
      what: remindingWhile("announced", "people are reminded of terms to come"),
    }),
    "SV.z.later": possible({
      says: "People can be reminded of the terms once these are in effect",
      what: remindingWhile("effective", "people are reminded of terms that are in effect"),
    }),
  },
});
