import { MoveKind } from "../move.ts";
import { faultKinds } from "../scenario.ts";
import type { World } from "../world.ts";
import { Asymmetric } from "./asymmetric.ts";
import type { Memo } from "./memo.ts";
import type { Renaming } from "./renaming.ts";

/** A renaming of the world's vector: to which slot the value of each slot goes, and how it is renamed on the way. */
export class SlotRenaming {
  readonly renaming: Renaming;
  /** Per slot. */
  readonly to: number[] = [];
  readonly values: (Memo | undefined)[] = [];
  readonly #world: World;
  /** Per timer, its image. */
  readonly #timers: number[] = [];
  #instances = 0;

  constructor(world: World, renaming: Renaming) {
    this.#world = world;
    this.renaming = renaming;
    const { plan, layout } = world;
    const { to, queue, bag, entries, knowledge } = renaming;
    for (const { index, table } of plan.parts)
      this.#move(index, to.parts[index]!, renaming.localsOf(table));
    for (const [at, { order }] of plan.channels.entries())
      this.#move(
        layout.channels + at,
        layout.channels + to.channels[at]!,
        order === "fifo" ? queue : bag,
      );
    for (const [at, image] of to.coalitions.entries())
      this.#move(layout.coalitions + at, layout.coalitions + image, knowledge);
    for (const [at, image] of to.stores.entries())
      this.#move(layout.stores + at, layout.stores + image, entries);
    for (const [at, image] of to.registers.entries())
      this.#move(layout.registers + at, layout.registers + image, entries);
    for (const [at, image] of to.limits.entries())
      this.#move(layout.limits + at, layout.limits + image);
    for (const at of faultKinds.keys()) this.#move(layout.faults + at, layout.faults + at);
    for (const [at, image] of to.units.entries())
      this.#move(layout.offline + at, layout.offline + image);
    this.#move(layout.restless, layout.restless);
    this.extend();
  }

  /** Takes in timers and monitor instances that have come up; their images come up by that, too. */
  extend(): void {
    const { timers, bank } = this.#world;
    for (let at = this.#timers.length; at < timers.all.length; at++) this.#timer(at);
    for (; this.#instances < bank.instances.length; this.#instances++) {
      const { slot, invariant } = bank.instances[this.#instances]!;
      const image = bank.instances[this.renaming.instance(this.#instances)]!;
      this.#move(slot, image.slot, this.renaming.memoryOf(invariant));
    }
  }

  /** What a move of the world's present state is in the renamed one: its `a` and `b`. */
  move(kind: number, a: number, b: number): readonly [number, number] {
    return [this.place(kind, a), this.#object(kind, a, b)];
  }

  /** The `a` of a move in a renamed state: who acts, which channel delivers, which timer runs out. */
  place(kind: number, a: number): number {
    const { to } = this.renaming;
    switch (kind) {
      case MoveKind.intent:
        return to.intents[a]!;
      case MoveKind.deliver:
      case MoveKind.drop:
      case MoveKind.duplicate:
      case MoveKind.reorder:
        return to.channels[a]!;
      case MoveKind.timer:
        return this.#timers[a]!;
      case MoveKind.time:
      case MoveKind.delay:
        return a;
      default:
        return to.units[a]!;
    }
  }

  #object(kind: number, a: number, b: number): number {
    switch (kind) {
      case MoveKind.intent:
        return this.renaming.term(b);
      case MoveKind.deliver:
      case MoveKind.drop:
      case MoveKind.duplicate:
      case MoveKind.reorder:
        return this.#position(a, b);
      default:
        return b;
    }
  }

  /** Where the image of a message stands in the image of its channel. */
  #position(channel: number, position: number): number {
    const { plan, lists, cells, layout } = this.#world;
    if (plan.channels[channel]!.order === "fifo") return position;
    const list = cells[layout.channels + channel]!;
    const image = this.renaming.item(lists.items(list)[position]!);
    return lists.items(this.renaming.bag.at(list)).indexOf(image);
  }

  #timer(at: number): void {
    const { timers, programs } = this.#world;
    const { part, timer, slot, event, name } = timers.all[at]!;
    if (this.renaming.event(event) !== event)
      throw new Asymmetric(`"${name}" delivers ${JSON.stringify(programs.events[event])}`);
    const image = timers.slot(this.renaming.to.parts[part]!, timer);
    this.#move(slot, image);
    this.#timers.push(timers.all.findIndex((one) => one.slot === image));
  }

  #move(from: number, to: number, values?: Memo): void {
    this.to[from] = to;
    this.values[from] = values;
  }
}
