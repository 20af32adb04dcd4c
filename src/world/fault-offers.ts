import { nothing } from "../term/index.ts";
import type { BusyChannels } from "./busy-channels.ts";
import { faultSlot } from "./layout.ts";
import { MoveKind, type MoveList } from "./move.ts";
import type { FaultKind } from "./scenario.ts";
import type { Swarm } from "./swarm.ts";
import type { World } from "./world.ts";

/** What may go wrong next, as far as the scenario's budget of faults reaches. */
export class FaultOffers {
  readonly #world: World;
  readonly #channels: BusyChannels;
  readonly #budgets: readonly { kind: FaultKind; move: MoveKind; slot: number; most: number }[];
  /** Units that faults can hit, in order: those that can crash, lose their connection, have a clock. */
  readonly #fragile: readonly number[];
  readonly #connected: readonly number[];
  readonly #unspared: readonly number[];
  /** Per part: whether its unit can crash. */
  readonly #crashes: readonly boolean[];

  constructor(world: World, channels: BusyChannels) {
    const { plan, programs, layout } = world;
    this.#world = world;
    this.#channels = channels;
    this.#budgets = (Object.entries(plan.faults) as [FaultKind, number][]).map(([kind, most]) => ({
      kind,
      move: MoveKind[kind],
      slot: layout.faults + faultSlot(MoveKind[kind]),
      most,
    }));
    this.#unspared = plan.units.flatMap((_, unit) => (plan.spared[unit] ? [] : [unit]));
    this.#fragile = this.#unspared.filter((unit) => programs.restarts[unit]!.length > 0);
    this.#connected = this.#unspared.filter((unit) =>
      plan.channels.some(({ ends, faulty }) => faulty && ends.includes(unit)),
    );
    this.#crashes = plan.parts.map(({ unit }) => this.#fragile.includes(unit));
  }

  /** `passing`: how long time may pass now, 0 if not at all. */
  list(moves: MoveList, passing: number, swarm: Swarm | undefined): void {
    const { cells } = this.#world;
    const calm = moves.count;
    for (let at = 0; at < this.#budgets.length; at++) {
      const { kind, move, slot, most } = this.#budgets[at]!;
      if (cells[slot]! >= most || swarm?.kinds[move] === 1) continue;
      switch (kind) {
        case "crash":
          this.#crash(moves, calm);
          break;
        case "delay":
          if (!this.#channels.quiet && passing > 0) moves.add(MoveKind.delay, passing);
          break;
        case "offline":
          this.#disconnect(moves);
          break;
        case "skew":
          this.#skew(moves);
          break;
        case "drop":
        case "duplicate":
        case "reorder":
          this.#misdeliver(moves, move);
          break;
      }
    }
  }

  #disconnect(moves: MoveList): void {
    const { cells, layout } = this.#world;
    for (let at = 0; at < this.#connected.length; at++) {
      const unit = this.#connected[at]!;
      if (cells[layout.offline + unit] === 0) moves.add(MoveKind.offline, unit);
    }
  }

  #skew(moves: MoveList): void {
    const { timers, cells } = this.#world;
    for (let at = 0; at < this.#unspared.length; at++) {
      const unit = this.#unspared[at]!;
      if (timers.soonestOf(cells, unit) > 0) moves.add(MoveKind.skew, unit);
    }
  }

  #misdeliver(moves: MoveList, kind: MoveKind): void {
    const { plan, cells, layout, lists } = this.#world;
    const { values, count } = this.#channels.holding;
    for (let busy = 0; busy < count; busy++) {
      const channel = values[busy]!;
      const { faulty, order } = plan.channels[channel]!;
      if (!faulty || (kind !== MoveKind.drop && this.#channels.cutOff(channel))) continue;
      const fifo = order === "fifo";
      const length = lists.length(cells[layout.channels + channel]!);
      const overtakes = kind === MoveKind.reorder;
      const last = overtakes ? (fifo ? length : 0) : fifo ? 1 : length;
      for (let at = overtakes ? 1 : 0; at < last; at++) moves.add(kind, channel, at);
    }
  }

  /** A unit may crash between steps, or after any of the outputs of a step's first part. */
  #crash(moves: MoveList, calm: number): void {
    for (let at = 0; at < this.#fragile.length; at++) moves.add(MoveKind.crash, this.#fragile[at]!);
    for (let at = 0; at < calm; at++) {
      const kind = moves.kind[at]! as MoveKind;
      const a = moves.a[at]!;
      const b = moves.b[at]!;
      const outputs = this.#outputs(kind, a, b);
      for (let kept = 0; kept < outputs; kept++) moves.add(kind, a, b, kept);
    }
  }

  /** How many outputs a move's first part has, if its unit can crash at all. */
  #outputs(kind: MoveKind, a: number, b: number): number {
    const { plan, programs, timers, lists, cells, layout } = this.#world;
    switch (kind) {
      case MoveKind.intent:
        return this.#outputsOf(plan.intents[a]!.part, programs.intentEvents[a]!, b);
      case MoveKind.timer:
        return this.#outputsOf(timers.all[a]!.part, timers.all[a]!.event, nothing.id);
      case MoveKind.deliver: {
        const item = programs.items[lists.items(cells[layout.channels + a]!)[b]!]!;
        return this.#outputsOf(item.part, item.event, item.term);
      }
      default:
        return 0;
    }
  }

  #outputsOf(part: number, event: number, term: number): number {
    if (!this.#crashes[part]) return 0;
    const world = this.#world;
    const { plan, cells, senses } = world;
    const planned = plan.parts[part]!;
    const heard = planned.accepts
      ? world.receptions.eventOf(world.reception(planned, event, term))
      : event;
    if (heard < 0) return 0;
    const entry = planned.table.entry(cells[part]!, senses.symbol(planned, heard));
    return planned.table.emissionsOf[entry]!.length;
  }
}
