import { meanings, type MessageAbout } from "./vocabulary.ts";

/** What a message is, without its name; nothing where its reader is one of those it was meant for. */
const text = (fact: MessageAbout, reader: string): string | undefined => {
  if ([fact.from, fact.to].includes(reader)) return undefined;
  if (fact.chat !== "business") return fact.kind === "text" ? "a message" : `a ${fact.kind}`;
  return fact.from === fact.business ? "what a business writes" : "a message to a business";
};

const clause = (verb: string, what: string | undefined): string | undefined =>
  what === undefined ? undefined : `${verb} ${what}`;

/** How facts count when two versions are compared: as harms, as duties, or as services. */
export const messengerMeanings = meanings({
  chats: {
    personal: ["personalConversation"],
    group: ["groupConversation"],
    business: ["businessConversation"],
  },
  facts: {
    learned: {
      is: "harm",
      chat: ({ chat }) => chat,
      who: ({ by }) => by,
      says: (fact) => clause("learns", text(fact, fact.by)),
    },
    stored: {
      is: "harm",
      chat: ({ chat }) => chat,
      who: ({ owner }) => owner,
      says: (fact) => clause("stores", text(fact, fact.owner)),
    },
    disclosed: {
      is: "harm",
      chat: ({ chat }) => chat,
      who: ({ reader }) => reader,
      says: (fact) => clause("is shown", text(fact, fact.reader)),
    },
    forwarded: {
      is: "harm",
      chat: ({ chat }) => chat,
      who: ({ vendor }) => vendor,
      says: (fact) => clause("is sent", text(fact, fact.vendor)),
    },
    pushed: {
      is: "harm",
      chat: () => "personal",
      who: () => "push",
      says: ({ content }) => (content === "text" ? "carries the text of a message" : undefined),
    },
    noticeRendered: {
      is: "duty",
      chat: () => "business",
      says: ({ class: named }) =>
        named === "none" ? undefined : "a notice that others can read along",
    },
    termsShown: { is: "duty", chat: () => "terms", says: () => "the terms are shown" },
    vendorPurged: {
      is: "duty",
      chat: () => "business",
      who: ({ vendor }) => vendor,
      says: () => "deletes what it recorded",
    },
    limited: {
      is: "harm",
      chat: () => "terms",
      says: () => "something is taken away from whoever has not accepted",
    },
    messageSent: {
      is: "service",
      chat: ({ chat }) => chat,
      says: ({ kind }) => `a ${kind} is sent`,
    },
    messageRead: {
      is: "service",
      chat: ({ chat }) => chat,
      says: ({ kind }) => `a ${kind} is read by whoever it was written to`,
    },
    delivered: {
      is: "service",
      chat: ({ chat }) => chat,
      says: () => "a message reaches the business, or whoever works for it",
    },
    chatOpened: { is: "service", chat: () => "business", says: () => "a chat opens" },
  },
});
