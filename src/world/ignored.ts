import type { Plan } from "./plan.ts";
import { Scratch } from "./scratch.ts";

/** More entries than any table of a part comes to, so that part and entry fit into one number. */
const entriesMost = 2 ** 24;

/**
 * Events that reached a part in a state that does not name them, and how often. XState drops them without a word, and
 * a lost notice looks exactly like that.
 */
export class Ignored {
  readonly #plan: Plan;
  /** By part and entry of its table. */
  readonly #often = new Map<number, number>();
  /** Of the last move: part and entry, alternating. */
  readonly now = new Scratch();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  note(part: number, entry: number): void {
    this.repeat(part, entry);
    this.now.push(part);
    this.now.push(entry);
  }

  /** The same of a move whose outcome is known. */
  repeat(part: number, entry: number): void {
    const at = part * entriesMost + entry;
    this.#often.set(at, (this.#often.get(at) ?? 0) + 1);
  }

  /** What the last move ignored stays counted. */
  settle(): void {
    this.now.clear();
  }

  /** The last move was never made. */
  takeBack(): void {
    const { values, count } = this.now;
    for (let each = 0; each < count; each += 2) {
      const at = values[each]! * entriesMost + values[each + 1]!;
      this.#often.set(at, this.#often.get(at)! - 1);
    }
    this.now.clear();
  }

  /** Everything that is counted: part, entry and how often, one after the other. */
  get counts(): Float64Array {
    return Float64Array.from(
      [...this.#often].flatMap(([at, often]) => [
        Math.floor(at / entriesMost),
        at % entriesMost,
        often,
      ]),
    );
  }

  /** Counts all this. */
  add(counts: Float64Array): void {
    for (let at = 0; at < counts.length; at += 3)
      this.#often.set(counts[at]! * entriesMost + counts[at + 1]!, counts[at + 2]!);
  }

  clear(): void {
    this.#often.clear();
    this.now.clear();
  }

  /** For people, each once: "box reader in on ignores unheard", in the order of the alphabet, with how often. */
  get told(): readonly (readonly [string, number])[] {
    const told = new Map<string, number>();
    for (const [at, often] of this.#often) {
      if (often === 0) continue;
      const { table, part } = this.#plan.parts[Math.floor(at / entriesMost)]!;
      const { local, symbol } = table.asked(at % entriesMost);
      const name = `${part.kind.kind} in ${table.localName(local)} ignores ${table.eventOf(symbol).type}`;
      told.set(name, (told.get(name) ?? 0) + often);
    }
    return [...told].toSorted(([left], [right]) => (left < right ? -1 : 1));
  }
}
