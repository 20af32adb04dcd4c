import { always, atMostOnce, before, indistinguishable, never, promise, within } from "#sealcheck";
import { noun } from "../vocabulary.ts";
import { isVendor } from "./nouns.ts";

const vendorReads = noun({
  of: "learned",
  says: "an analytics vendor comes to read a message of a business chat",
  when: (fact) => fact.chat === "business" && isVendor(fact.by, fact),
  naming: ({ by }) => ({ vendor: by }),
});
const letGo = noun({
  of: "forwarded",
  says: "the business has passed that message to that vendor",
});
const letGoUnderContract = noun({
  of: "forwarded",
  says: "the business has passed that message to that vendor while their contract stood",
  when: ({ business, vendor }, look) => look(`${business}.contract/${vendor}`).is("contracted"),
});
const declared = noun({
  of: "forwarded",
  says: "the business had declared the vendor",
  when: (fact) => fact.declared,
});
const contracting = noun({ of: "contracted", says: "the business has hired the vendor" });
const arriving = noun({
  of: "delivered",
  says: "the business, or whoever works for it, gets a message",
});
const revoking = noun({ of: "revoked", says: "the business ends the vendor's contract" });
const purging = noun({ of: "vendorPurged", says: "the vendor has deleted what it recorded" });

const hiredAgain = noun({ of: "hiredAgain", says: "the vendor hears that it is hired again" });

const recording = noun({
  of: "stored",
  says: "a vendor records a message",
  when: (fact) => isVendor(fact.owner, fact),
  naming: ({ owner }) => ({ vendor: owner }),
});
const erasing = noun({
  of: "erased",
  says: "what it recorded is erased",
  when: (fact) => isVendor(fact.owner, fact),
  naming: ({ owner }) => ({ vendor: owner }),
});

const answerRead = noun({
  of: "learned",
  says: "somebody comes to read what a business writes to a customer",
  when: ({ chat, from, business }) => chat === "business" && from === business,
});
const byThoseInIt = noun({
  of: "learned",
  says: "it is the customer, the business, or who has written it in its name",
  when: ({ chat, by, business, to, device }) =>
    chat === "business" && (by === business || by === to || device.startsWith(`${by}/`)),
});

/** Days that a vendor may keep records once its contract has ended. */
const purgeMost = 30;

export const p2 = promise({
  id: "P2",
  title: "Third parties see business chats only where a business uses them",
  says: "An analytics company sees and records a chat only if it is a chat with a business that hired it.",
  source: "announcement, S6, S7",
  reading:
    "Using a third party is a contract that stands at the moment in which the business passes a message on. Messages under way when it ends may still arrive and are deleted with the rest",
  rejected:
    "Calling everything kept as long as the wire is encrypted: a business may pass messages on behind its own desk. That is told apart as a truth gap",
  invariants: {
    "P2.a": before({
      says: "A vendor reads a message only if the business passed it on under a contract",
      whenever: vendorReads,
      mustAlready: letGoUnderContract,
      forTheSame: ["message", "vendor"],
    }),
    "P2.b": before({
      says: "A vendor reads only chats of businesses that hired it",
      whenever: vendorReads,
      mustAlready: contracting,
      forTheSame: ["business", "vendor"],
    }),
    "P2.c": indistinguishable({
      says: "Personal chats and chats with other businesses never influence what a vendor sees of one business",
      observer: {
        says: "an analytics vendor, as far as one business goes",
        of: ({ kind, name }) => (kind === "vendor" ? name : undefined),
      },
      secret: {
        says: "whether anything is done in personal chats and with other businesses",
        moves: ({ part: { kind, roles } }, [vendor]) =>
          kind === "personalConversation" ||
          ("business" in roles && roles["business"] !== vendor!.roles["business"]),
      },
      traits: ["lengths", "timing"],
    }),
    "P2.d": never({
      says: "Once a contract has ended, nothing more is passed on",
      what: letGo,
      outOf: arriving,
      after: revoking,
      until: contracting,
      forTheSame: ["business", "vendor"],
    }),
    "P2.e": within({
      says: "A vendor deletes what it recorded within thirty days of the end of its contract",
      whenever: revoking,
      mustFollow: purging,
      within: purgeMost,
      unless: contracting,
      forTheSame: ["business", "vendor"],
    }),
    "P2.f": never({
      says: "A vendor says that it has deleted what it recorded only when it has",
      what: purging,
      outOf: recording,
      after: recording,
      until: erasing,
      forTheSame: ["business", "vendor"],
    }),
    "P2.g": always({
      says: "What a business writes to a customer is read by the two of them alone, and by who answers for it",
      whenever: answerRead,
      holds: byThoseInIt,
    }),
    "P2.h": never({
      says: "Once a vendor has deleted what it recorded, it records nothing more until it hears that it is hired again",
      what: recording,
      outOf: purging,
      after: purging,
      until: hiredAgain,
      forTheSame: ["business", "vendor"],
    }),
    "P2.i": atMostOnce({
      says: "A vendor is hired once until its contract ends, so that to end it once is enough",
      what: contracting,
      per: revoking,
      forTheSame: ["business", "vendor"],
    }),
    "P2.t": always({
      says: "Businesses pass messages on only to companies they have declared",
      whenever: letGo,
      holds: declared,
    }),
  },
});
