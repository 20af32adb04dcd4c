import { vocabulary, type Literal, type Term } from "#sealcheck";
import type { Mode } from "./cast.ts";

/** Who a notice says can read along: nobody else, a company working for the business, the hosting service, or both. */
export type NoticeClass = "none" | "vendor" | "host" | "vendor+host";

/** What a message is, as far as promises ask; every body carries this from the moment it is written. */
export interface MessageAbout {
  readonly chat: "personal" | "group" | "business";
  /** The account that wrote it, and the account it was written to. */
  readonly from: string;
  readonly to: string;
  /** The business in the chat or in the group, or "nobody" where there is none. */
  readonly business: string;
  /** The device that wrote it, e.g. `ana.phone`. */
  readonly device: string;
  readonly kind: "text" | "media" | "voice" | "call";
  readonly [field: string]: Literal;
}

/** What the engine states by itself. */
interface EngineFacts {
  /** `how` says by which way; "told" is beside all channels. */
  learned: MessageAbout & {
    by: string;
    how: "arrived" | "written" | "overheard" | "shown" | "told";
    message: string;
  };
  stored: MessageAbout & { store: string; owner: string; message: string };
  erased: MessageAbout & { store: string; owner: string; message: string };
  disclosed: MessageAbout & {
    store: string;
    owner: string;
    reader: string;
    back: number;
    message: string;
  };
  dropped: MessageAbout & { channel: string; message: string };
  /** The channel brings it, and nobody has sent it, or not once more: by a fault, or by an adversary. */
  unsent: MessageAbout & { channel: string; message: string };
  interrupted: MessageAbout & { unit: string; message: string };
}

/** Messages, and who may read them. */
interface ChatFacts {
  messageSent: MessageAbout & { message: string };
  messageRead: MessageAbout & { message: string; on: string };
  /** A copy of a message was encrypted for the device `recipient`, and goes to the device that it is `addressed` to. */
  encryptedFor: {
    message: string;
    kind: MessageAbout["kind"];
    recipient: string;
    addressed: string;
    device: string;
    peer: string;
  };
  deviceLinked: { recipient: string };
  deviceUnlinked: { recipient: string };
  /** Somebody who may read a message lets somebody else read it: by passing it on, or by writing it to a group. */
  shared: { message: string; by: string; with: string; how: "passed on" | "written to a group" };
  reportConsented: { person: string };
  /** Something was left outside the encrypted channel to wake a device up. */
  pushed: { device: string; content: "none" | "text" };
}

/** Keys, and what people know of them. */
interface KeyFacts {
  /** A device takes keys for the peer's; `genuine` tells whether they are, `audited` whether somebody would find out. */
  keysTaken: { device: string; peer: string; genuine: boolean; audited: boolean };
  /** The keys that a device has for a peer were replaced by others. */
  keysChanged: { device: string; peer: string };
  keyChangeShown: { device: string; peer: string };
  /** Two people have compared the key of one of them with what the other's device has. */
  keysCompared: { device: string; peer: string; alike: boolean };
  /** The auditor knows that the directory has told somebody else than the person had published. */
  equivocationFound: { person: string };
}

/** Chats with businesses: what is so, and what people are told. */
interface BusinessFacts {
  /** The person can write now; `class` is what the device takes the business to be. */
  chatOpened: { device: string; business: string; class: NoticeClass };
  noticeRendered: {
    device: string;
    business: string;
    class: NoticeClass;
    stamp: number;
    again: boolean;
  };
  /** The person has left the chat; `agreed` says whether they had acknowledged who reads along. */
  chatLeft: { device: string; business: string; agreed: boolean };
  /** A person has passed a message on to the business. */
  passedOn: { device: string; business: string; message: string };
  /** A message came back unopened. */
  messageReturned: { device: string; business: string; message: string };
  noticeAcknowledged: { device: string; business: string; class: NoticeClass; stamp: number };
  /** From here on the business handles its chats in a `mode`; `class` is who can really read along, `was` the mode before. */
  modeTookEffect: { business: string; class: NoticeClass; mode: Mode; was: Mode | "nothing" };
  optedIn: { business: string; how: "chosen" | "restored" | "ticked already" };
  optedOut: { business: string };
  contracted: { business: string; vendor: string };
  revoked: { business: string; vendor: string };
  /** A message was put on its way to a vendor. */
  forwarded: MessageAbout & { vendor: string; message: string; declared: boolean };
  vendorPurged: { business: string; vendor: string };
  /** A vendor that had deleted everything hears that it is hired again. */
  hiredAgain: { business: string; vendor: string };
  /** An endpoint of the business opened the message, or sent it back unopened. */
  delivered: MessageAbout & { message: string; at: string };
  rejected: { message: string };
  /** The service has sent the message, or one copy of it, on to whoever opens it for the business. */
  routed: { message: string; business: string; to: string };
}

/** The terms and their postponement. */
interface PolicyFacts {
  policyAnnounced: { revision: number };
  policyPostponed: { revision: number };
  policyEffective: { revision: number };
  policyReminded: { revision: number };
  termsShown: { person: string; device: string };
  /** A device has heard that the terms are postponed, and asks nothing any more. */
  termsWithdrawn: { person: string; device: string };
  /** `late` says whether something had been taken away by then. */
  termsAccepted: { person: string; device: string; late: boolean };
  /** A device has come to know that the account accepted. */
  termsKnown: { person: string; device: string };
  /** The authority hears that the terms were accepted on a device, or has something taken away there. */
  acceptanceHeard: { device: string };
  limitOrdered: { device: string };
  /** Something is taken away from somebody who has not accepted. */
  limited: { device: string };
}

export interface Facts extends EngineFacts, ChatFacts, KeyFacts, BusinessFacts, PolicyFacts {}

/** Wiring states facts with `states`; promises speak of them with `noun`. Both are checked by the compiler. */
export const { noun, states, meanings } = vocabulary<Facts>();

/** What a body is; wiring puts nothing else on a body. */
export const aboutOf = ({ about }: Term): MessageAbout => about as MessageAbout;
