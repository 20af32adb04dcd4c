import { PairTable, type Side } from "../../term/index.ts";
import { MoveKind } from "../../world/index.ts";
import { none, type Hands, type Held } from "./hands.ts";
import { still, type OneSide } from "./side.ts";

/** Adds a pair of moves, by their places in the lists of both runs; `guessed`: whatever stands there is a guess. */
type Add = (left: number, right: number, guessed?: boolean) => void;

/** An adversary in two runs: what they have in hand, and whether their effort lets them send one more message. */
export interface Adversarial {
  readonly hands: Hands;
  readonly held: Held;
  readonly sendsMore: () => boolean;
}

/** Without a guess in what is made up, and with one. */
const guessingOrNot = [false, true] as const;

/**
 * What an adversary does to both runs at once by what they have seen: they send again what came at one moment, take it
 * out of a channel without order, or send what one recipe makes of what they know. Whoever of the two receivers takes
 * it, both get it; only where the adversary lacks it in one run does that stand still.
 */
export class AdversaryPairs {
  /** Whether something is made up of which nobody can say what it would be in the other run. */
  unresolved = false;
  readonly #left: OneSide;
  readonly #right: OneSide;
  readonly #hands: Hands;
  readonly #held: Held;
  readonly #sendsMore: () => boolean;
  readonly #add: Add;
  /** Per side: what was made up, by frame, item and whether with a guess; of each the items of both runs, or undefined. */
  readonly #forged = { left: new PairTable(), right: new PairTable() };
  readonly #items: (readonly [left: number, right: number] | undefined)[] = [];

  constructor(left: OneSide, right: OneSide, { hands, held, sendsMore }: Adversarial, add: Add) {
    this.#left = left;
    this.#right = right;
    this.#hands = hands;
    this.#held = held;
    this.#sendsMore = sendsMore;
    this.#add = add;
  }

  list(): void {
    this.unresolved = false;
    const kinds = [this.#left, this.#right].flatMap(({ moves }) => [
      ...moves.kind.subarray(0, moves.count),
    ]);
    if (kinds.includes(MoveKind.suppress)) this.#suppress();
    if (!this.#sendsMore()) return;
    if (kinds.includes(MoveKind.replay)) this.#replay();
    if (kinds.includes(MoveKind.inject)) this.#inject();
  }

  #replay(): void {
    for (const [left, right] of this.#hands.seen(this.#held)) {
      const one = sendingOf(this.#left, MoveKind.replay, left);
      const other = sendingOf(this.#right, MoveKind.replay, right);
      if (one === still && other === still) continue;
      const channel = this.#channelOf(one, other);
      this.#add(
        one === still && left !== none ? added(this.#left, MoveKind.replay, channel, left) : one,
        other === still && right !== none
          ? added(this.#right, MoveKind.replay, channel, right)
          : other,
      );
    }
  }

  #inject(): void {
    const listed = { left: this.#left.moves.count, right: this.#right.moves.count };
    const paired = new Set<string>();
    for (const side of ["left", "right"] as const) {
      const { moves } = this.#sideOf(side);
      for (let at = 0; at < listed[side]; at++) {
        if (moves.kind[at] !== MoveKind.inject) continue;
        for (const guessing of guessingOrNot) {
          const items = this.#forgedBy(side, moves.b[at]!, guessing);
          if (!items) {
            this.unresolved ||= !guessing && this.#makes(side, moves.b[at]!);
            continue;
          }
          if (paired.has(items.join())) continue;
          paired.add(items.join());
          const channel = moves.a[at]!;
          this.#add(
            added(this.#left, MoveKind.inject, channel, items[0]),
            added(this.#right, MoveKind.inject, channel, items[1]),
            guessing,
          );
        }
      }
    }
  }

  /** The items that both runs get by the recipe for an item of one. */
  #forgedBy(side: Side, item: number, guessing: boolean): readonly [number, number] | undefined {
    const { frame } = this.#held;
    if (frame === this.#hands.lost) return undefined;
    const table = this.#forged[side];
    const way = frame * 2 + Number(guessing);
    const known = table.get(way, item);
    if (known >= 0) return this.#items[known];
    const { programs } = this.#sideOf(side).world;
    const { part, event, term } = programs.items[item]!;
    const made = this.#hands.forged(this.#held, term, side, guessing);
    const itemOf = ({ world }: OneSide, which: Side): number =>
      world.programs.itemId(part, programs.events[event]!, made![which]);
    const items = made && ([itemOf(this.#left, "left"), itemOf(this.#right, "right")] as const);
    table.set(way, item, this.#items.push(items) - 1);
    return items;
  }

  #makes(side: Side, item: number): boolean {
    return this.#hands.makes(this.#sideOf(side).world.programs.items[item]!.term, side);
  }

  /** Messages that were seen go by when; of those that were not, each is as good as the other. */
  #suppress(): void {
    const left = suppressionsOf(this.#left);
    const right = suppressionsOf(this.#right);
    const paired = new Set<number>();
    for (const [one, other] of this.#hands.seen(this.#held))
      for (const channel of new Set([...left, ...right].map((each) => each.channel))) {
        const mine = left.find((each) => each.channel === channel && each.item === one);
        const theirs = right.find((each) => each.channel === channel && each.item === other);
        if (!mine && !theirs) continue;
        this.#add(mine?.at ?? still, theirs?.at ?? still);
        if (mine) mine.paired = true;
        if (theirs) theirs.paired = true;
      }
    for (const { at, channel, paired: has } of left) {
      if (has) continue;
      const other = right.find(
        (each) => !each.paired && !paired.has(each.at) && each.channel === channel,
      );
      if (other) paired.add(other.at);
      this.#add(at, other?.at ?? still);
    }
    for (const { at, paired: has } of right) if (!has && !paired.has(at)) this.#add(still, at);
  }

  #sideOf(side: Side): OneSide {
    return side === "left" ? this.#left : this.#right;
  }

  #channelOf(left: number, right: number): number {
    return left !== still ? this.#left.moves.a[left]! : this.#right.moves.a[right]!;
  }
}

/** Where a message is sent, or {@link still}: nothing comes of it there, or there is none. */
const sendingOf = ({ moves }: OneSide, kind: number, item: number): number => {
  for (let at = 0; at < moves.count; at++)
    if (moves.kind[at] === kind && moves.b[at] === item) return at;
  return still;
};

/** A move that is made although nothing comes of it in that run; or the same as is listed. */
const added = (side: OneSide, kind: MoveKind, channel: number, item: number): number => {
  const listed = sendingOf(side, kind, item);
  if (listed !== still) return listed;
  side.moves.add(kind, channel, item);
  return side.moves.count - 1;
};

interface Suppression {
  readonly at: number;
  readonly channel: number;
  readonly item: number;
  paired: boolean;
}

/** What can be taken out of channels without order. */
const suppressionsOf = (side: OneSide): Suppression[] => {
  const { kind, a, count } = side.moves;
  const found: Suppression[] = [];
  for (let at = 0; at < count; at++)
    if (kind[at] === MoveKind.suppress && !side.isOrdered(a[at]!))
      found.push({ at, channel: a[at]!, item: side.itemAt(at), paired: false });
  return found;
};
