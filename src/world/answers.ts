/** A fresh term that an intent was given, by the number of the intent; `count` numbers the term from 1. */
export interface FreshAnswer {
  readonly intent: number;
  readonly count: number;
  readonly term: number;
}

/** The bodies that an intent may carry for somebody with this knowledge. */
export interface KnownAnswer {
  readonly intent: number;
  readonly knowledge: number;
  readonly bodies: readonly number[];
}

/** What a part's emission brings about beside a term. */
export interface WiringAnswer {
  readonly part: number;
  readonly emission: number;
  readonly term: number;
  readonly code: readonly number[];
}

/** What one of a part's reads makes of its sibling's local state. */
export interface LookAnswer {
  readonly part: number;
  readonly read: number;
  readonly local: number;
  readonly value: string | number | boolean;
}

/** What a fact means to monitors: pairs of instance and symbol, under pairs of part and local state that were looked at. */
export interface ReadingAnswer {
  readonly fact: number;
  readonly looked: readonly number[];
  readonly reading: readonly number[];
}

/**
 * Every answer that the wiring of a model has given so far, in order: what is computed only once and then kept. The
 * world is what these answers, the readings of its promises and the tables of its machines make it; so what is true of
 * all of them, e.g. that they treat two people alike, is true of the world.
 */
export class Answers {
  readonly fresh: FreshAnswer[] = [];
  readonly known: KnownAnswer[] = [];
  readonly wiring: WiringAnswer[] = [];
  readonly looks: LookAnswer[] = [];
}

/** How many answers there are. */
export const countOf = ({ fresh, known, wiring, looks }: Answers): number =>
  fresh.length + known.length + wiring.length + looks.length;
