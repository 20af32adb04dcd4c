import { faultSlot } from "./layout.ts";
import { MoveKind } from "./move.ts";
import { Scratch } from "./scratch.ts";
import type { World } from "./world.ts";

/** Which channels hold something in the world's present state; kept up with its changes, since a step changes few. */
export class BusyChannels {
  /** In ascending order. */
  readonly holding = new Scratch();
  /**
   * No message is under way. Time passes only then; messages that take longer are the fault "delay". What waits for
   * somebody who is offline is not under way.
   */
  quiet = true;
  /** Whether somebody may be offline at all. */
  away = false;
  readonly #world: World;
  readonly #offlineBudget: number;
  /** Anything may have changed. */
  #stale = true;

  constructor(world: World) {
    this.#world = world;
    this.#offlineBudget = world.layout.faults + faultSlot(MoveKind.offline);
  }

  /** A channel has changed. */
  touch(channel: number): void {
    const { cells, layout } = this.#world;
    if (cells[layout.channels + channel] === 0) this.#remove(channel);
    else this.#insert(channel);
  }

  touchAll(): void {
    this.#stale = true;
  }

  /** Brings `quiet` and `away` up to the present. */
  look(): void {
    if (this.#stale) this.#lookAtAll();
    this.away = this.#world.cells[this.#offlineBudget]! > 0;
    this.quiet = this.holding.count === 0 || (this.away && this.#allCutOff());
  }

  /** Whether one of a channel's ends is offline. */
  cutOff(channel: number): boolean {
    if (!this.away) return false;
    const { plan, cells, layout } = this.#world;
    const { ends } = plan.channels[channel]!;
    return cells[layout.offline + ends[0]] === 1 || cells[layout.offline + ends[1]] === 1;
  }

  #lookAtAll(): void {
    const { plan, cells, layout } = this.#world;
    this.holding.clear();
    for (let channel = 0; channel < plan.channels.length; channel++)
      if (cells[layout.channels + channel] !== 0) this.holding.push(channel);
    this.#stale = false;
  }

  #allCutOff(): boolean {
    const { values, count } = this.holding;
    for (let busy = 0; busy < count; busy++) if (!this.cutOff(values[busy]!)) return false;
    return true;
  }

  #insert(channel: number): void {
    const { holding } = this;
    let at = holding.count;
    while (at > 0 && holding.values[at - 1]! > channel) at--;
    if (at > 0 && holding.values[at - 1] === channel) return;
    holding.push(channel);
    const { values, count } = holding;
    for (let to = count - 1; to > at; to--) values[to] = values[to - 1]!;
    values[at] = channel;
  }

  #remove(channel: number): void {
    const { values, count } = this.holding;
    let at = 0;
    while (at < count && values[at] !== channel) at++;
    if (at === count) return;
    this.holding.count--;
    for (; at < count - 1; at++) values[at] = values[at + 1]!;
  }
}
