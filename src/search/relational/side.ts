import type { PairTable } from "../../term/index.ts";
import { MoveKind, MoveList, type World } from "../../world/index.ts";
import { takesItem, WorldNames, type Names } from "./names.ts";

/** Where a run makes no move while the other makes one. */
export const still = -1;

/** One of the two worlds, with what it offers and what that is called in both. */
export class OneSide {
  readonly world: World;
  readonly names: WorldNames;
  readonly moves = new MoveList();
  /** Per move on offer: what it is in both worlds. */
  keys = new Int32Array(64);
  /** Per move on offer: 1 = it has its place in the list of pairs, waits for the other world, or is paired otherwise. */
  settled = new Uint8Array(64);
  /** Whether no message and no timer comes before time may pass. */
  calm = false;
  /** Whether it would let time pass although messages are under way: by a fault, or as an adversary has it. */
  delaying = false;
  holdsBack = false;

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
      if (this.#isListedApart(at)) this.settled[at] = 1;
      else this.keys[at] = this.#key(keys, at);
    }
    const due = world.timers.soonest(world.cells) === 0;
    this.calm = !busy && !due;
    this.holdsBack = !due && world.offers.holdsBack;
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

  isOrdered(channel: number): boolean {
    return this.world.plan.channels[channel]!.order === "fifo";
  }

  /** Time is one for both; what an adversary sends, or takes out of what has no order, goes by what they have seen. */
  #isListedApart(at: number): boolean {
    const { kind, a } = this.moves;
    switch (kind[at]) {
      case MoveKind.time:
      case MoveKind.delay:
      case MoveKind.withhold:
      case MoveKind.replay:
      case MoveKind.inject:
        return true;
      case MoveKind.suppress:
        return !this.isOrdered(a[at]!);
      default:
        return false;
    }
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
    // An adversary takes the message at a place, whatever it is.
    if (isGrip(kind)) return keyOf(keys, what + a, moves.b[at]!);
    return keyOf(keys, what + a, 0);
  }
}

/** Whether an adversary lays hands on a message that waits on a channel. */
export const isGrip = (kind: number): boolean =>
  kind === MoveKind.suppress || kind === MoveKind.overtake;

const keyOf = (keys: PairTable, what: number, which: number): number => {
  const known = keys.get(what, which);
  if (known >= 0) return known;
  const key = keys.size;
  keys.set(what, which, key);
  return key;
};
