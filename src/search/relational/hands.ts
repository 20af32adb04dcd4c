import {
  FrameTable,
  nobodyGuesses,
  PairTable,
  secret,
  termById,
  toldApart,
  type Guessable,
  type Side,
  type Term,
} from "../../term/index.ts";
import { Intercepts, type World } from "../../world/index.ts";

/** Stands for no message, where an adversary has seen one in one run only. */
export const none = -1;

/** A message of each run, seen at one moment. */
export type SeenTogether = readonly [left: number, right: number];

/** What of the state of a pair tells what an adversary has. */
export interface Held {
  /** Messages that were seen: a state of {@link Hands}. */
  seen: number;
  /** What the adversary's coalition got: a state of a {@link FrameTable}, or {@link Hands.lost}. */
  frame: number;
}

/** The adversary's own randomness, by which what they encrypt is told from what others do. */
export const randomnessOf = (adversary: string): Term => secret(`${adversary}'s randomness`);

/**
 * What an adversary has in hand in two runs, moment by moment: whatever they send again or make up is taken from there,
 * and so it is the same in both by the way that they came by it.
 */
export class Hands {
  /** Both runs have given them different things, so that they could act differently in each. */
  readonly lost: number = -1;
  readonly randomness: Term;
  readonly #left: World;
  readonly #right: World;
  readonly #guessable: Guessable;
  readonly #keepsMessages: boolean;
  readonly #keepsTerms: boolean;
  readonly #frames = new FrameTable(nobodyGuesses);
  readonly #sets: (readonly SeenTogether[])[] = [[]];
  readonly #states = new Map<string, number>([["", 0]]);
  readonly #pairs = new PairTable();
  readonly #next = new PairTable();

  constructor(left: World, right: World, guessable: Guessable) {
    this.#left = left;
    this.#right = right;
    this.#guessable = guessable;
    const { may, name } = left.plan.adversary!;
    this.randomness = randomnessOf(name);
    this.#keepsMessages = may.includes("replay") || (may.includes("drop") && hasUnordered(left));
    this.#keepsTerms = may.includes("inject");
    if (this.#keepsMessages || this.#keepsTerms)
      for (const world of [left, right]) world.intercepts = new Intercepts();
  }

  /** What there is before anybody has done anything, the same in both runs. */
  begin(held: Held): void {
    const { plan, layout, cells, lists, knowledge } = this.#left;
    held.seen = 0;
    held.frame = this.#frames.empty;
    if (this.#keepsMessages)
      for (let channel = 0; channel < plan.channels.length; channel++) {
        if (!this.#left.captured.controls(channel)) continue;
        const items = lists.items(cells[layout.channels + channel]!);
        const others = this.#right.lists.items(this.#right.cells[layout.channels + channel]!);
        items.forEach((item, at) => (held.seen = this.#with(held.seen, item, others[at]!)));
      }
    if (!this.#keepsTerms) return;
    const known = knowledge.terms(cells[layout.coalitions + plan.adversary!.index]!);
    for (const term of [...known, this.randomness.id]) this.#get(held, term, term);
  }

  /** Takes up what the last move has brought. */
  note(held: Held): void {
    if (this.#keepsMessages) this.#noteMessages(held);
    if (this.#keepsTerms) this.#noteTerms(held);
  }

  /** All messages that were seen. */
  seen({ seen }: Held): readonly SeenTogether[] {
    return this.#sets[seen]!;
  }

  /**
   * What the adversary makes in both runs by the recipe for a term of one, guessing the texts in it or not; undefined if
   * that cannot be said.
   */
  forged({ frame }: Held, term: number, side: Side, guessing: boolean) {
    const guessable = guessing ? this.#guessable : nobodyGuesses;
    return frame === this.lost
      ? undefined
      : this.#frames.forged(frame, termById(term), side, this.randomness, guessable);
  }

  /** Whether it can be made in a run without guessing. */
  makes(term: number, side: Side): boolean {
    const { plan, layout, cells, knowledge } = side === "left" ? this.#left : this.#right;
    return knowledge.derives(cells[layout.coalitions + plan.adversary!.index]!, term);
  }

  #noteMessages(held: Held): void {
    const left = this.#left.intercepts!.messages;
    const right = this.#right.intercepts!.messages;
    for (let at = 0; at < left.count; at += 2) {
      const other = counterpart(left, at, right);
      const item = other < 0 ? none : right.values[other + 1]!;
      held.seen = this.#with(held.seen, left.values[at + 1]!, item);
    }
    for (let at = 0; at < right.count; at += 2)
      if (counterpart(right, at, left) < 0)
        held.seen = this.#with(held.seen, none, right.values[at + 1]!);
  }

  #noteTerms(held: Held): void {
    const left = this.#left.intercepts!.terms;
    const right = this.#right.intercepts!.terms;
    if (left.count !== right.count) held.frame = this.lost;
    for (let at = 0; at < left.count; at++) this.#get(held, left.values[at]!, right.values[at]!);
  }

  #get(held: Held, left: number, right: number): void {
    if (held.frame === this.lost) return;
    const next = this.#frames.step(held.frame, left, right);
    held.frame = next === toldApart ? this.lost : next;
  }

  #with(state: number, left: number, right: number): number {
    let pair = this.#pairs.get(left + 1, right + 1);
    if (pair < 0) this.#pairs.set(left + 1, right + 1, (pair = this.#pairs.size));
    const known = this.#next.get(state, pair);
    if (known >= 0) return known;
    const set = this.#sets[state]!;
    const isThere = set.some(([one, other]) => one === left && other === right);
    const next = isThere ? state : this.#stateOf([...set, [left, right]]);
    this.#next.set(state, pair, next);
    return next;
  }

  #stateOf(pairs: readonly SeenTogether[]): number {
    const set = pairs.toSorted(([one, other], [two, another]) => one - two || other - another);
    const key = set.join(";");
    let state = this.#states.get(key);
    if (state === undefined) this.#states.set(key, (state = this.#sets.push(set) - 1));
    return state;
  }
}

const hasUnordered = ({ plan }: World): boolean =>
  plan.channels.some(({ order }) => order === "unordered");

type Messages = Intercepts["messages"];

/** Where the same-numbered message of the same channel stands among those of the other run, or -1. */
const counterpart = (of: Messages, at: number, among: Messages): number => {
  const channel = of.values[at]!;
  let number = 0;
  for (let before = 0; before < at; before += 2) if (of.values[before] === channel) number++;
  for (let other = 0; other < among.count; other += 2)
    if (among.values[other] === channel && number-- === 0) return other;
  return -1;
};
