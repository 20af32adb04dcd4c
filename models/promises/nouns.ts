import type { Fact } from "#sealcheck";
import { noun, type MessageAbout, type NoticeClass } from "../vocabulary.ts";

/** Everybody with a fixed place in the messenger; whoever else reads a business chat is a vendor. */
const fixed = ["service", "push", "cloud", "host", "provider"];

/** Whether a reader of a business chat is an analytics vendor. */
export const isVendor = (reader: string, { from, to, business }: MessageAbout): boolean =>
  !fixed.includes(reader) && ![from, to, business].includes(reader);

/** Whether people write to each other, two of them or in a group. */
export const amongPeople = ({ chat }: Pick<MessageAbout, "chat">): boolean =>
  chat === "personal" || chat === "group";

/** Whether a message stands in a chat with a business, or in a group that one belongs to. */
export const isOfBusiness = ({ chat, business }: MessageAbout): boolean =>
  chat === "business" || (chat === "group" && business !== "nobody");

/**
 * Whether a message is one to a business, in a chat with it or in a group that it belongs to. Whether those may read it
 * who handle its chats is for the promises about businesses.
 */
export const toBusiness = (about: MessageAbout): boolean =>
  isOfBusiness(about) && about.from !== about.business;

/** Whether somebody handles the chats of the business that a message is for. */
export const isHelper = (reader: string, about: MessageAbout): boolean =>
  isOfBusiness(about) && (reader === "host" || reader === "provider");

/** Those a personal message was written by and written to. */
export const writerAndReceiver = ({ from, to }: Fact): string[] => [String(from), String(to)];

/** Which side of a business's helpers can read along; open for a notice that names both. */
const sideOf = (shown: NoticeClass): Readonly<Record<string, string>> =>
  shown === "vendor+host" ? {} : { side: shown };

export const sharing = noun({
  of: "shared",
  says: "somebody passes the message on to somebody else",
  naming: (fact) => ({ reader: fact.with }),
});

export const disclosing = noun({
  of: "disclosed",
  says: "somebody reports the message or lets it into a backup that others can read",
  naming: ({ owner, reader }) => ({ by: owner, reader }),
});

/** A helper of the business comes to read what a person wrote: the host and a provider by opening it. */
const opened = noun({
  of: "learned",
  says: "a host or a provider comes to read a person's message to a business",
  when: (fact) => toBusiness(fact) && isHelper(fact.by, fact),
  naming: ({ by }) => ({ side: by === "host" ? "host" : "vendor" }),
});

/** A vendor's moment is the one in which the business lets the message go. */
const passedOn = noun({
  of: "forwarded",
  says: "a person's message is put on its way to an analytics vendor that the business declared",
  when: ({ declared, from, business }) => declared && from !== business,
  naming: () => ({ side: "vendor" }),
});

export const exposures = { opened, passedOn };

export const noticeOfOthers = noun({
  of: "noticeRendered",
  says: "the device has shown a notice that others can read along",
  when: (fact) => fact.class !== "none",
  naming: (fact) => sideOf(fact.class),
});

export const noticeOfNobody = noun({
  of: "noticeRendered",
  says: "the device has said that nobody outside of the chat can read it",
  when: (fact) => fact.class === "none",
});

export const modeTakesEffect = noun({
  of: "modeTookEffect",
  says: "the business changes who handles its chats",
});

export const othersReadAlong = noun({
  of: "modeTookEffect",
  says: "the business has let such helpers handle its chats",
  when: (fact) => fact.class !== "none",
  naming: (fact) => sideOf(fact.class),
});

export const optingIn = noun({ of: "optedIn", says: "the business has chosen to be hosted" });
export const optingOut = noun({ of: "optedOut", says: "the business has stopped being hosted" });

/** Something outside the protocol's power hit the message. */
export const lost = noun({
  of: ["dropped", "interrupted"],
  says: "the message was lost on its way or a device failed while handling it",
});

/** Something outside the protocol's power brought a message that nobody had sent, or not once more. */
export const broughtUnsent = noun({
  of: "unsent",
  says: "a channel has brought a message that nobody had sent, or not once more",
});

/** Whoever passes a message on wants it to come once more. */
export const passingOnAgain = noun({
  of: "shared",
  says: "somebody passes the message on",
  when: ({ how }) => how === "passed on",
});

export const lostOrRefused = noun({
  of: ["dropped", "interrupted", "rejected"],
  says: "the message was lost on its way, a device failed while handling it, or it was sent back unopened",
});
