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

/** What a part makes of an input that it takes by a pattern, given what it holds. */
export interface ReceptionAnswer {
  readonly part: number;
  readonly event: number;
  readonly term: number;
  readonly held: number;
  readonly reception: number;
}

/** What a part's emission brings about beside a term. */
export interface WiringAnswer {
  readonly part: number;
  readonly emission: number;
  readonly term: number;
  readonly circumstance: number;
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
  readonly receptions: ReceptionAnswer[] = [];
  readonly looks: LookAnswer[] = [];
}

/** How many answers there are. */
export const countOf = (answers: Answers): number =>
  answers.fresh.length +
  answers.known.length +
  answers.wiring.length +
  answers.receptions.length +
  answers.looks.length;
