import { PairTable, type Literal } from "../term/index.ts";
import type { PlannedPart } from "./plan.ts";
import type { World } from "./world.ts";

/** A part reads few siblings and sees few values of each: both together must fit into one integer. */
const valuesMost = 64;

/**
 * Widens an event by what the receiving part declared to read of its siblings, and gives the symbol that its table
 * knows the widened event by.
 */
export class Senses {
  readonly #world: World;
  /** Per part, for events that nothing widens: event -> symbol + 1. */
  readonly #plain: number[][];
  readonly #widened: PairTable[];
  /** Per part and event: the reads that widen it. */
  readonly #widening: number[][][];
  /** Per part and read: which sibling is read, and its local state -> value number + 1. */
  readonly #seen: { readonly sibling: number; readonly numbers: number[] }[][];
  readonly #values: Literal[][][];

  constructor(world: World) {
    this.#world = world;
    const { parts } = world.plan;
    this.#plain = parts.map(() => []);
    this.#widened = parts.map(() => new PairTable());
    this.#widening = parts.map(() => []);
    this.#seen = parts.map(({ reads }) =>
      reads.map(({ part: sibling }) => ({ sibling, numbers: [] })),
    );
    this.#values = parts.map(({ reads }) => reads.map(() => []));
  }

  /** The table symbol of an event for a part, here and now. */
  symbol(part: PlannedPart, event: number): number {
    const known = this.#plain[part.index]![event];
    return known ? known - 1 : this.#find(part, event);
  }

  /** One integer for all that a part reads of its siblings now; 0 for parts that read nothing. */
  seen(part: number): number {
    const reads = this.#seen[part]!;
    let seen = 0;
    for (let read = 0; read < reads.length; read++)
      seen = seen * valuesMost + this.#value(part, read);
    return seen;
  }

  #find(part: PlannedPart, event: number): number {
    const widening = (this.#widening[part.index]![event] ??= this.#readsOf(part, event));
    const { table, index } = part;
    const plain = this.#world.programs.events[event]!;
    if (widening.length === 0) {
      const symbol = table.symbolOf(plain);
      this.#plain[index]![event] = symbol + 1;
      return symbol;
    }
    let seen = 0;
    for (const read of widening) seen = seen * valuesMost + this.#value(index, read);
    const known = this.#widened[index]!.get(event, seen);
    if (known >= 0) return known;
    const sees = Object.fromEntries(
      widening.map((read) => {
        const { name, part: sibling, as } = part.reads[read]!;
        return [name, as(this.#world.viewOf(sibling))];
      }),
    );
    const symbol = table.symbolOf(Object.assign({ ...plain }, { sees }));
    this.#widened[index]!.set(event, seen, symbol);
    return symbol;
  }

  #readsOf({ reads }: PlannedPart, event: number): number[] {
    const { type } = this.#world.programs.events[event]!;
    return reads.flatMap(({ on }, read) => (!on || on.includes(type) ? [read] : []));
  }

  #value(part: number, read: number): number {
    const { sibling, numbers } = this.#seen[part]![read]!;
    this.#world.reads.note(sibling);
    const local = this.#world.cells[sibling]!;
    return (numbers[local] ?? this.#look(this.#world.plan.parts[part]!, read, local)) - 1;
  }

  #look(part: PlannedPart, read: number, local: number): number {
    const { as, part: sibling, name } = part.reads[read]!;
    const value = as(this.#world.plan.parts[sibling]!.table.view(local));
    const values = this.#values[part.index]![read]!;
    let number = values.indexOf(value);
    if (number < 0) number = values.push(value) - 1;
    if (number >= valuesMost)
      throw new RangeError(`${part.part.name} sees more than ${valuesMost} values of ${name}`);
    this.#world.programs.answers.looks.push({ part: part.index, read, local, value });
    return (this.#seen[part.index]![read]!.numbers[local] = number + 1);
  }
}
