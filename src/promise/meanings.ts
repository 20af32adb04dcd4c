import type { Fact } from "./fact.ts";

/**
 * What a fact is to the people whom a protocol serves. A harm is what somebody comes to know, keep or do to them; a duty
 * is what they are owed, such as a notice; a service is what they wanted.
 */
export type Polarity = "harm" | "duty" | "service";

/** How a kind of fact counts when two versions are compared. */
export interface Meaning<F = Fact> {
  readonly is: Polarity;
  /** The kind of chat that it is about, e.g. "personal". */
  readonly chat: (fact: F) => string;
  /** Whose it is: the coalition that learns, stores or receives something; nobody's, if left out. */
  readonly who?: (fact: F) => string;
  /** What it says, without names of messages; undefined where it is of no account, e.g. that people read their own. */
  readonly says: (fact: F) => string | undefined;
}

/** What the facts of a project mean, as far as versions are compared by them. */
export interface Meanings {
  readonly sealcheck: "meanings";
  readonly facts: Readonly<Record<string, Meaning>>;
  /** Per kind of chat, the kinds of part in which people take part in it. */
  readonly chats: Readonly<Record<string, readonly string[]>>;
}
