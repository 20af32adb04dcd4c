import { PairTable } from "../../term/index.ts";
import { MoveKind, MoveList, Scratch, type World } from "../../world/index.ts";
import { Names, takesItem, WorldNames } from "./names.ts";

/** Where a run makes no move while the other makes one. */
export const still = -1;

/** One of the two worlds, with what it offers and what that is called in both. */
class Side {
  readonly world: World;
  readonly names: WorldNames;
  readonly moves = new MoveList();
  /** Per move on offer: what it is in both worlds. */
  keys = new Int32Array(64);
  /** Per move on offer: 1 = it has its place in the list of pairs, or waits for the other world. */
  settled = new Uint8Array(64);
  /** Whether it would let time pass, and up to when; -1 if messages or timers come first, 0 if no timer is armed. */
  passing = 0;
  delaying = false;

  constructor(world: World, names: Names) {
    this.world = world;
    this.names = new WorldNames(world, names);
  }

  list(keys: PairTable): void {
    const { world, moves } = this;
    world.offers.list(moves);
    if (moves.count > this.keys.length) {
      this.keys = new Int32Array(moves.count * 2);
      this.settled = new Uint8Array(moves.count * 2);
    }
    let busy = false;
    this.delaying = false;
    for (let at = 0; at < moves.count; at++) {
      const kind = moves.kind[at]!;
      this.settled[at] = 0;
      if (moves.outputs[at]! < 0 && (kind === MoveKind.deliver || kind === MoveKind.timer))
        busy = true;
      if (kind === MoveKind.delay) this.delaying = true;
      // Time is one for both, so it is listed apart.
      if (kind === MoveKind.time || kind === MoveKind.delay) this.settled[at] = 1;
      else this.keys[at] = this.#key(keys, at);
    }
    const soonest = world.timers.soonest(world.cells);
    this.passing = busy ? -1 : Math.max(0, soonest);
    if (soonest === 0) this.passing = -1;
  }

  /** The message that a move is about. */
  itemAt(at: number): number {
    const { world, moves } = this;
    const list = world.cells[world.layout.channels + moves.a[at]!]!;
    return world.lists.items(list)[moves.b[at]!]!;
  }

  /** The link that a move is about: a channel, a unit, or the unit that acts, where it may crash while it does. */
  placeOf(at: number): number {
    const { world, moves } = this;
    const a = moves.a[at]!;
    if (moves.outputs[at]! < 0) return a;
    const { plan, timers, programs } = world;
    const kind = moves.kind[at]!;
    const part =
      kind === MoveKind.intent
        ? plan.intents[a]!.part
        : kind === MoveKind.timer
          ? timers.all[a]!.part
          : programs.items[this.itemAt(at)]!.part;
    return plan.parts[part]!.unit;
  }

  /** Whether a message waits on a channel, by its name in both worlds. */
  holds(channel: number, item: number): boolean {
    const { world, names } = this;
    const items = world.lists.items(world.cells[world.layout.channels + channel]!);
    for (let at = 0; at < items.length; at++) if (names.item(items[at]!) === item) return true;
    return false;
  }

  #key(keys: PairTable, at: number): number {
    const { moves, names, world } = this;
    const kind = moves.kind[at]!;
    const a = moves.a[at]!;
    const what = (kind * 64 + moves.outputs[at]! + 1) * 65_536;
    if (kind === MoveKind.intent) {
      const known = world.plan.intents[a]!.carries?.carry === "known";
      return keyOf(keys, what + a, known ? names.body(moves.b[at]!) + 1 : 0);
    }
    if (kind === MoveKind.timer) return keyOf(keys, what, names.timer(a));
    if (takesItem(kind)) return keyOf(keys, what + a, names.item(this.itemAt(at)));
    return keyOf(keys, what + a, 0);
  }
}

const keyOf = (keys: PairTable, what: number, which: number): number => {
  const known = keys.get(what, which);
  if (known >= 0) return known;
  const key = keys.size;
  keys.set(what, which, key);
  return key;
};

/**
 * What two runs may do next, side by side: everybody's moves and the schedule are shared. A move of the one run is made
 * together with the move of the other that is the same but for the secret; where the other has none, it stands still.
 * A message that both have under way waits until both can deliver it; time passes for both at once.
 */
export class PairMoves {
  readonly left: Side;
  readonly right: Side;
  readonly names = new Names();
  /** Per pair: the move of each run as a place in its list, or {@link still}. */
  readonly pairs = new Scratch();
  /** Per pair: how long time passes, for moves that let it pass; else 0. */
  readonly times = new Scratch();
  /** Whether two messages wait for each other, each behind the other in one of the runs. */
  crossed = false;
  readonly #keys = new PairTable();
  readonly #secret: Uint8Array;
  /** Channels on which the first run waits for the second. */
  readonly #waiting = new Scratch();

  /** `secret`: per intent, 1 = only the first run does it. */
  constructor(left: World, right: World, secret: Uint8Array) {
    this.left = new Side(left, this.names);
    this.right = new Side(right, this.names);
    this.#secret = secret;
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
    this.#time();
  }

  #isSecret({ moves }: Side, at: number): boolean {
    return moves.kind[at] === MoveKind.intent && this.#secret[moves.a[at]!] === 1;
  }

  #add(left: number, right: number): void {
    if (left !== still) this.left.settled[left] = 1;
    if (right !== still) this.right.settled[right] = 1;
    this.pairs.push(left);
    this.pairs.push(right);
    this.times.push(0);
  }

  /** The move of the other run that is the same but for the secret. Mostly it has the same place. */
  #same(one: Side, other: Side, at: number): number {
    const key = one.keys[at]!;
    const { count } = other.moves;
    if (at < count && other.settled[at] === 0 && other.keys[at] === key) return at;
    for (let place = 0; place < count; place++)
      if (other.settled[place] === 0 && other.keys[place] === key) return place;
    return still;
  }

  /** Whether a message is under way in the other run, too, and other things have to be done with before it. */
  #waits(one: Side, other: Side, at: number): boolean {
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
  #resembles(one: Side, other: Side, at: number): boolean {
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

  #alike(one: Side, other: Side, at: number, place: number): boolean {
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
    const calm = left.passing >= 0 && right.passing >= 0;
    const late = !calm && (left.delaying || right.delaying);
    if (!calm && !late) return;
    this.pairs.push(still);
    this.pairs.push(still);
    this.times.push(calm ? soonest : -soonest);
  }
}

/** How long it is until the first timer of either run is due, or -1. */
const earlier = (left: World, right: World): number => {
  const one = left.timers.soonest(left.cells);
  const other = right.timers.soonest(right.cells);
  return one < 0 ? other : other < 0 ? one : Math.min(one, other);
};
