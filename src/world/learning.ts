/**
 * By which way somebody comes to know a term: it arrived at a part of theirs, they wrote it, they listen where it is
 * sent, it was shown to them out of a store, or the wiring of some part tells them beside all channels.
 */
export const ways = ["arrived", "written", "overheard", "shown", "told"] as const;

/** The same as numbers, for steps. */
export const Way = { arrived: 0, written: 1, overheard: 2, shown: 3, told: 4 } as const;
export type Way = (typeof Way)[keyof typeof Way];
