import { faultSlot } from "./layout.ts";
import { MoveKind } from "./move.ts";
import { Scratch } from "./scratch.ts";
import type { World } from "./world.ts";

/** Which channels hold something in the world's present state. */
export class BusyChannels {
  /** In ascending order. */
  readonly holding = new Scratch();
  /**
   * No message is under way. Time passes only then; messages that take longer are the fault "delay". What waits for
   * somebody who is offline is not under way.
   */
  quiet = true;
  readonly #world: World;
  readonly #offlineBudget: number;
  /** Whether somebody may be offline at all. */
  away = false;

  constructor(world: World) {
    this.#world = world;
    this.#offlineBudget = world.layout.faults + faultSlot(MoveKind.offline);
  }

  look(): void {
    const { plan, cells, layout } = this.#world;
    this.holding.clear();
    this.quiet = true;
    this.away = cells[this.#offlineBudget]! > 0;
    for (let channel = 0; channel < plan.channels.length; channel++) {
      if (cells[layout.channels + channel] === 0) continue;
      this.holding.push(channel);
      if (!this.cutOff(channel)) this.quiet = false;
    }
  }

  /** Whether one of a channel's ends is offline. */
  cutOff(channel: number): boolean {
    if (!this.away) return false;
    const { plan, cells, layout } = this.#world;
    const { ends } = plan.channels[channel]!;
    return cells[layout.offline + ends[0]] === 1 || cells[layout.offline + ends[1]] === 1;
  }
}
