import { PairTable, termById } from "../../term/index.ts";
import { eventName, MoveKind, Sight, type World } from "../../world/index.ts";
import { plain } from "./twins.ts";

/** Names as integers, the same in both worlds: each world numbers things in the order in which they come up in it. */
export class Names {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];

  of(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#texts.push(name) - 1;
      this.#ids.set(name, id);
    }
    return id;
  }

  textOf(id: number): string {
    return this.#texts[id]!;
  }
}

/** What one world's sightings and moves are called in both. */
export class WorldNames {
  readonly #world: World;
  readonly #names: Names;
  readonly #sights: readonly PairTable[] = Object.values(Sight).map(() => new PairTable());
  readonly #items: number[] = [];
  readonly #timers: number[] = [];
  readonly #bodies: number[] = [];

  constructor(world: World, names: Names) {
    this.#world = world;
    this.#names = names;
  }

  /** What an observer sees, without the term. */
  sight(sight: number, where: number, what: number): number {
    const table = this.#sights[sight]!;
    const known = table.get(where, sight === Sight.traffic ? 0 : what);
    if (known >= 0) return known;
    const name = this.#names.of(this.#sightName(sight, where, what));
    table.set(where, sight === Sight.traffic ? 0 : what, name);
    return name;
  }

  /** A message under way: for whom it is, what it is, and what is in it, by the first run's names. */
  item(item: number): number {
    return (this.#items[item] ??= this.#names.of(plain(this.#world.programs.items[item]!.name)));
  }

  timer(timer: number): number {
    return (this.#timers[timer] ??= this.#names.of(this.#world.timers.all[timer]!.name));
  }

  body(term: number): number {
    return (this.#bodies[term] ??= this.#names.of(plain(termById(term).label)));
  }

  #sightName(sight: number, where: number, what: number): string {
    const { plan, programs } = this.#world;
    switch (sight) {
      case Sight.event:
        return `${plan.parts[where]!.part.name} gets ${eventName(programs.events[what]!)}`;
      case Sight.emission: {
        const { part, table } = plan.parts[where]!;
        return `${part.name} does ${eventName(table.emissionOf(what) as never)}`;
      }
      case Sight.item: {
        const { part, event } = programs.items[what]!;
        const to = plan.parts[part]!.part.name;
        return `${plan.channels[where]!.name} carries ${eventName(programs.events[event]!)} to ${to}`;
      }
      case Sight.traffic:
        return `${plan.channels[where]!.name} carries something`;
      default:
        return `${plan.coalitions[where]!.name} comes to know something`;
    }
  }
}

/** Moves that take a message off a channel, or leave it there. */
export const takesItem = (kind: number): boolean =>
  kind === MoveKind.deliver ||
  kind === MoveKind.drop ||
  kind === MoveKind.duplicate ||
  kind === MoveKind.reorder;
