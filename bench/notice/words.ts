import { vocabulary } from "#sealcheck";

/** Who can read a chat: 0 the business alone, 1 a host too, 2 a host that also analyses. */
export type Mode = 0 | 1 | 2;

interface Facts {
  acknowledged: { user: string; business: string; mode: Mode };
  /** A message reached a business in a mode in which a host could read it. */
  hostCouldRead: { user: string; business: string; mode: Mode };
  /** A message was queued, encrypted for a mode; 3 would be plaintext. */
  queued: { user: string; business: string; key: number };
}

export const { noun, states } = vocabulary<Facts>();
