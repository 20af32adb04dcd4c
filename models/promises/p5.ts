import {
  always,
  atMostOnce,
  before,
  either,
  indistinguishable,
  leadsTo,
  never,
  notBefore,
  promise,
  since,
  within,
} from "#sealcheck";
import { noun } from "../vocabulary.ts";

const limiting = noun({
  of: "limited",
  says: "a device takes something away from somebody who has not accepted",
});
const inEffect = noun({ of: "policyEffective", says: "the terms have taken effect" });
const postponing = noun({
  of: ["policyPostponed", "policyAnnounced"],
  says: "the terms are postponed or announced again",
});
const showing = noun({ of: "termsShown", says: "the device showed the terms" });
const accepting = noun({
  of: "termsAccepted",
  says: "a person accepts the terms on one of their devices",
});
const knowing = noun({ of: "termsKnown", says: "the device knows that they were accepted" });
const opensHosted = noun({
  of: "chatOpened",
  says: "a device opens a chat with a business that it takes to be hosted",
  when: (fact) => fact.class.includes("host"),
});
const hostNotice = noun({
  of: "noticeRendered",
  says: "the device has shown that the chat is hosted",
  when: (fact) => fact.class.includes("host"),
});

const hearing = noun({
  of: "acceptanceHeard",
  says: "the authority has heard that the terms were accepted on a device",
});
const ordering = noun({
  of: "limitOrdered",
  says: "the authority has something taken away on a device",
});

const announcing = noun({ of: "policyAnnounced", says: "the terms are announced" });
const putOff = noun({ of: "policyPostponed", says: "the terms are postponed" });

const staysKnown = noun({
  of: "termsKnown",
  says: "it goes by that",
  when: ({ device }, look) => look(`${device}/terms`).is("accepted"),
});
const withdrawing = noun({
  of: "termsWithdrawn",
  says: "a device hears that the terms are postponed",
});
const asksNothing = noun({
  of: "termsWithdrawn",
  says: "it asks nothing any more, and takes nothing away",
  when: ({ device }, look) => look(`${device}/terms`).is("unknown"),
});
const showingSomewhere = noun({
  of: "termsShown",
  says: "a device of theirs showed the terms",
});
const announcingAnew = noun({
  of: "policyAnnounced",
  says: "the terms are announced anew",
  when: ({ revision }) => revision > 1,
  naming: ({ revision }) => ({ last: revision - 1 }),
});
const puttingOff = noun({
  of: "policyPostponed",
  says: "those announced last were postponed",
  naming: ({ revision }) => ({ last: revision }),
});
const reminding = noun({ of: "policyReminded", says: "people are reminded of the terms" });
const decided = noun({
  of: ["policyPostponed", "policyEffective"],
  says: "terms are postponed or take effect",
});

/** Days that everybody has to understand the terms. */
const timeToUnderstand = 30;

export const p5 = promise({
  id: "P5",
  title: "The terms wait until everybody had time to understand them",
  says: "Nothing is taken away from anybody before the announced terms are in effect and were shown to them for thirty days.",
  source: "announcement, S1, S12, S14",
  reading:
    "A postponement undoes the date before it; a date that a device remembers counts for nothing",
  rejected: "Taking the day of the announcement for the day on which a person saw it",
  invariants: {
    "P5.a": since({
      says: "Nothing is taken away before the terms in their latest version are in effect",
      whenever: limiting,
      mustAlready: inEffect,
      since: postponing,
    }),
    "P5.b": notBefore({
      says: "Nothing is taken away on a device that has not shown the terms for thirty days",
      what: limiting,
      after: showing,
      atLeast: timeToUnderstand,
      forTheSame: ["device"],
    }),
    "P5.c": indistinguishable({
      says: "Personal chats behave the same under every state of the terms",
      observer: {
        says: "somebody who uses personal chats",
        of: ({ kind, owner }) => (kind === "personalConversation" ? owner : undefined),
      },
      secret: {
        says: "whether terms are announced, postponed, in effect or enforced, and who accepts them",
        moves: ({ part: { kind } }) => kind === "policyAuthority" || kind === "terms",
      },
      traits: ["choices", "timing"],
    }),
    "P5.h": never({
      says: "Nothing is taken away on a device that knows the terms accepted",
      what: limiting,
      outOf: inEffect,
      after: knowing,
      forTheSame: ["device"],
    }),
    "P5.d": leadsTo({
      says: "In the end all devices of a person know that the terms were accepted",
      whenever: accepting,
      mustFollow: knowing,
      already: knowing,
      forTheSame: ["person", "device"],
    }),
    "P5.e": before({
      says: "A device that does not know the terms accepted still shows the notice before a hosted chat",
      whenever: opensHosted,
      mustAlready: either(hostNotice, knowing),
      forTheSame: ["device", "business"],
    }),
    "P5.i": always({
      says: "A device that has come to know the terms accepted goes by that",
      whenever: knowing,
      holds: staysKnown,
    }),
    "P5.j": always({
      says: "A device that hears of a postponement asks nothing any more, and takes nothing away",
      whenever: withdrawing,
      holds: asksNothing,
    }),
    "P5.p": never({
      says: "The authority takes nothing away where it has heard that the terms were accepted",
      what: ordering,
      outOf: hearing,
      after: hearing,
      forTheSame: ["device"],
    }),
    "P5.q": before({
      says: "A device withdraws only terms that it has shown",
      whenever: withdrawing,
      mustAlready: showing,
      forTheSame: ["device"],
    }),
    "P5.r": atMostOnce({
      says: "A device that has taken something away takes nothing more away under the same terms",
      what: limiting,
      per: showing,
      forTheSame: ["device"],
    }),
    "P5.s": before({
      says: "A device shows terms only once they were announced",
      whenever: showing,
      mustAlready: announcing,
    }),
    "P5.k": before({
      says: "Nobody accepts terms that were not shown to them",
      whenever: accepting,
      mustAlready: showingSomewhere,
      forTheSame: ["person"],
    }),
    "P5.o": before({
      says: "A device takes the terms for accepted only if its person has accepted them",
      whenever: knowing,
      mustAlready: accepting,
      forTheSame: ["person", "device"],
    }),
    "P5.l": since({
      says: "People are reminded only of terms that stand announced",
      whenever: reminding,
      mustAlready: announcing,
      since: putOff,
    }),
    "P5.m": before({
      says: "Terms are announced anew only after those before them were postponed",
      whenever: announcingAnew,
      mustAlready: puttingOff,
      forTheSame: ["last"],
    }),
    "P5.n": before({
      says: "What is postponed or takes effect is what was announced",
      whenever: decided,
      mustAlready: announcing,
      forTheSame: ["revision"],
    }),
    "P5.f": within({
      says: "Terms that were announced take effect on the announced day, unless they are postponed",
      whenever: announcing,
      mustFollow: inEffect,
      within: timeToUnderstand,
      unless: putOff,
    }),
    "P5.g": notBefore({
      says: "Terms take effect no sooner than on the announced day",
      what: inEffect,
      after: announcing,
      atLeast: timeToUnderstand,
    }),
  },
});
