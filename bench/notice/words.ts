import { body, vocabulary, type Term } from "#sealcheck";

/** Who can read a chat: 0 the business alone, 1 a host too, 2 a host that also analyses. */
export type Mode = 0 | 1 | 2;

interface Facts {
  acknowledged: { user: string; business: string; mode: Mode };
  /** Somebody could read, for the first time, what reaches a business in a mode. */
  learned: { by: string; message: string; user: string; business: string; mode: Mode };
  /** A message was queued, encrypted for a mode; 3 would be plaintext. */
  queued: { user: string; business: string; key: number };
}

export const { noun, states } = vocabulary<Facts>();

/**
 * What a user writes to a business, as read in a mode. All messages of one kind are one body: what hosts know then
 * says in which modes they have seen something, and no more.
 */
export const whatIsRead = (user: string, business: string, mode: Mode): Term =>
  body(`from ${user} to ${business} in mode ${mode}`, { user, business, mode });
