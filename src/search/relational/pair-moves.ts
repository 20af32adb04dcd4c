import { PairTable } from "../../term/index.ts";
import { MoveKind, Scratch, type World } from "../../world/index.ts";
import { AdversaryPairs, type Adversarial } from "./adversary-pairs.ts";
import { Names, takesItem } from "./names.ts";
import { OneSide, still } from "./side.ts";

/**
 * What two runs may do next, side by side: everybody's moves and the schedule are shared. A move of the one run is made
 * together with the move of the other that is the same but for the secret; where the other has none, it stands still.
 * A message that both have under way waits until both can deliver it; time passes for both at once. An adversary does
 * the same to both by what they have in hand, whatever that is: see {@link AdversaryPairs}.
 */
export class PairMoves {
  readonly left: OneSide;
  readonly right: OneSide;
  readonly names = new Names();
  /** Per pair: the move of each run as a place in its list, or {@link still}. */
  readonly pairs = new Scratch();
  /** Per pair: what kind of move it is. */
  readonly kinds = new Scratch();
  /** Per pair: 1 = whatever text stands in what is made up is a guess. */
  readonly guessed = new Scratch();
  /** Per pair: how long time passes, for moves that let it pass; else 0. */
  readonly times = new Scratch();
  /** Whether two messages wait for each other, each behind the other in one of the runs. */
  crossed = false;
  readonly #keys = new PairTable();
  readonly #secret: Uint8Array;
  /** Channels on which the first run waits for the second. */
  readonly #waiting = new Scratch();
  readonly #adversary: AdversaryPairs | undefined;

  /** `secret`: per intent, 1 = only the first run does it. */
  constructor(left: World, right: World, secret: Uint8Array, adversarial: Adversarial | undefined) {
    this.left = new OneSide(left, this.names);
    this.right = new OneSide(right, this.names);
    this.#secret = secret;
    this.#adversary =
      adversarial &&
      new AdversaryPairs(this.left, this.right, adversarial, (one, other, guessed) =>
        this.#add(one, other, guessed),
      );
  }

  /** Whether something may be done of which it cannot be said what it is in the other run. */
  get unresolved(): boolean {
    return this.crossed || (this.#adversary?.unresolved ?? false);
  }

  get count(): number {
    return this.pairs.count / 2;
  }

  leftOf(pair: number): number {
    return this.pairs.values[2 * pair]!;
  }

  rightOf(pair: number): number {
    return this.pairs.values[2 * pair + 1]!;
  }

  /** Lists all pairs, in the order of the first run's moves. */
  list(): void {
    const { left, right } = this;
    left.list(this.#keys);
    right.list(this.#keys);
    this.pairs.clear();
    this.kinds.clear();
    this.guessed.clear();
    this.times.clear();
    this.crossed = false;
    this.#waiting.clear();
    for (let at = 0; at < right.moves.count; at++)
      if (this.#isSecret(right, at)) right.settled[at] = 1;
    for (let at = 0; at < left.moves.count; at++) {
      if (left.settled[at] === 1) continue;
      const other = this.#isSecret(left, at) ? still : this.#same(left, right, at);
      if (other === still && this.#waits(left, right, at)) this.#waiting.push(left.moves.a[at]!);
      else if (other !== still || !this.#resembles(left, right, at)) this.#add(at, other);
    }
    for (let at = 0; at < right.moves.count; at++) {
      if (right.settled[at] === 1) continue;
      if (!this.#waits(right, left, at)) this.#add(still, at);
      else if (this.#waitsLeft(right.moves.a[at]!)) this.crossed = true;
    }
    this.#adversary?.list();
    this.#time();
  }

  #isSecret({ moves }: OneSide, at: number): boolean {
    return moves.kind[at] === MoveKind.intent && this.#secret[moves.a[at]!] === 1;
  }

  #add(left: number, right: number, guessed = false): void {
    if (left !== still) this.left.settled[left] = 1;
    if (right !== still) this.right.settled[right] = 1;
    const { moves } = left !== still ? this.left : this.right;
    const at = left !== still ? left : right;
    this.pairs.push(left);
    this.pairs.push(right);
    this.kinds.push(moves.outputs[at]! < 0 ? moves.kind[at]! : MoveKind.crash);
    this.times.push(0);
    this.guessed.push(Number(guessed));
  }

  /** The move of the other run that is the same but for the secret. Mostly it has the same place. */
  #same(one: OneSide, other: OneSide, at: number): number {
    const key = one.keys[at]!;
    const { count } = other.moves;
    if (at < count && other.settled[at] === 0 && other.keys[at] === key) return at;
    for (let place = 0; place < count; place++)
      if (other.settled[place] === 0 && other.keys[place] === key) return place;
    return still;
  }

  /** Whether a message is under way in the other run, too, and other things have to be done with before it. */
  #waits(one: OneSide, other: OneSide, at: number): boolean {
    if (!takesItem(one.moves.kind[at]!)) return false;
    return other.holds(one.moves.a[at]!, one.names.item(one.itemAt(at)));
  }

  #waitsLeft(channel: number): boolean {
    const { values, count } = this.#waiting;
    for (let at = 0; at < count; at++) if (values[at] === channel) return true;
    return false;
  }

  /**
   * Whether the other run delivers a message there that is another, but of the same kind to the same part, and that the
   * first run does not have under way: these two are delivered together.
   */
  #resembles(one: OneSide, other: OneSide, at: number): boolean {
    if (one.moves.kind[at] !== MoveKind.deliver || one.moves.outputs[at]! >= 0) return false;
    const channel = one.moves.a[at]!;
    for (let place = 0; place < other.moves.count; place++) {
      const isThere =
        other.settled[place] === 0 &&
        other.moves.kind[place] === MoveKind.deliver &&
        other.moves.a[place] === channel &&
        other.moves.outputs[place]! < 0;
      if (!isThere) continue;
      if (this.#waits(other, one, place) || !this.#alike(one, other, at, place)) continue;
      this.#add(at, place);
      return true;
    }
    return false;
  }

  #alike(one: OneSide, other: OneSide, at: number, place: number): boolean {
    const mine = one.world.programs.items[one.itemAt(at)]!;
    const theirs = other.world.programs.items[other.itemAt(place)]!;
    return (
      mine.part === theirs.part &&
      one.world.programs.events[mine.event]!.type ===
        other.world.programs.events[theirs.event]!.type
    );
  }

  #time(): void {
    const { left, right } = this;
    const soonest = earlier(left.world, right.world);
    if (soonest <= 0) return;
    if (left.calm && right.calm) return this.#passes(MoveKind.time, soonest);
    if (left.delaying || right.delaying) this.#passes(MoveKind.delay, soonest);
    if ((left.calm || left.holdsBack) && (right.calm || right.holdsBack))
      this.#passes(MoveKind.withhold, soonest);
  }

  #passes(kind: MoveKind, time: number): void {
    this.pairs.push(still);
    this.pairs.push(still);
    this.kinds.push(kind);
    this.times.push(time);
    this.guessed.push(0);
  }
}

/** How long it is until the first timer of either run is due, or -1. */
const earlier = (left: World, right: World): number => {
  const one = left.timers.soonest(left.cells);
  const other = right.timers.soonest(right.cells);
  return one < 0 ? other : other < 0 ? one : Math.min(one, other);
};
