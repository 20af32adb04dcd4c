import { MoveKind, moveKindNames, type MoveList, type World } from "../../world/index.ts";

/** A crash after some of a step's outputs, beside all kinds of move. */
const crashInside = moveKindNames.length;

/** By row, 1 for kinds of move that are told apart by whom or what they are about; of others, only their number is. */
const toldApart = new Uint8Array(crashInside + 1);
for (const kind of [MoveKind.intent, MoveKind.deliver, MoveKind.timer, MoveKind.capture])
  toldApart[kind] = 1;

/** How often each move was made, by what people would call the same move. */
export class MoveCounts {
  readonly #world: World;
  /** By kind, and by whom or what it is about. */
  readonly #times: Float64Array[] = Array.from(toldApart, () => new Float64Array(8));

  constructor(world: World) {
    this.#world = world;
  }

  add(kind: number, a: number, outputs: number, times: number): void {
    const row = outputs < 0 ? kind : crashInside;
    const cell = toldApart[row]! * a;
    let counts = this.#times[row]!;
    if (cell >= counts.length) counts = this.#widen(row, cell);
    counts[cell]! += times;
  }

  /** Counts all moves of a run. */
  addRun({ kind, a, outputs, count }: MoveList): void {
    const times = this.#times;
    for (let at = 0; at < count; at++) {
      const row = kind[at]!;
      const cell = toldApart[row]! * a[at]!;
      const counts = times[row]!;
      if (outputs[at]! < 0 && cell < counts.length) counts[cell]!++;
      else this.add(row, a[at]!, outputs[at]!, 1);
    }
  }

  #widen(row: number, cell: number): Float64Array {
    const wider = new Float64Array(2 * cell);
    wider.set(this.#times[row]!);
    return (this.#times[row] = wider);
  }

  /** Shares each count evenly among those whom a move is about when one stands for all of them. */
  share(places: (kind: number, a: number) => readonly number[]): void {
    for (const [row, counts] of this.#times.entries()) {
      if (toldApart[row] === 0) continue;
      this.#times[row] = new Float64Array(counts.length);
      counts.forEach((times, cell) => {
        if (times === 0) return;
        const cells = places(row, cell);
        for (const each of cells) this.add(row, each, -1, times / cells.length);
      });
    }
  }

  /** All counts as plain data, for {@link restore}. */
  get rows(): readonly (readonly number[])[] {
    return this.#times.map((counts) => [...counts]);
  }

  restore(rows: readonly (readonly number[])[]): void {
    for (const [row, counts] of rows.entries()) this.#times[row] = Float64Array.from(counts);
  }

  /**
   * By name, in the order of names. What the scenario allows and nobody ever did is there with 0: what somebody may
   * decide, channels, faults, and what may fall into an adversary's hands.
   */
  get told(): Readonly<Record<string, number>> {
    const told = new Map<string, number>();
    const note = (name: string, times: number): void =>
      void told.set(name, (told.get(name) ?? 0) + times);
    for (const name of this.#allowed()) note(name, 0);
    for (const [row, counts] of this.#times.entries())
      counts.forEach((times, cell) => times > 0 && note(this.#nameOf(row, cell), times));
    return Object.fromEntries(
      [...told]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, times]) => [name, Math.round(times)]),
    );
  }

  #allowed(): readonly string[] {
    const { intents, channels, faults, adversary } = this.#world.plan;
    return [
      ...intents.filter(({ free }) => free).map(({ name }) => name),
      ...channels.keys().map((channel) => this.#nameOf(MoveKind.deliver, channel)),
      ...Object.entries(faults).flatMap(([kind, most]) => (most > 0 ? [kind] : [])),
      ...(adversary?.captures ?? []).map(({ name }) => name),
    ];
  }

  #nameOf(row: number, cell: number): string {
    const { plan, timers } = this.#world;
    switch (row) {
      case MoveKind.intent:
        return plan.intents[cell]!.name;
      case MoveKind.deliver:
        return `deliver ${plan.channels[cell]!.name}`;
      case MoveKind.timer:
        return timers.all[cell]!.name;
      case MoveKind.capture:
        return plan.adversary!.captures[cell]!.name;
      case crashInside:
        return "crash inside a step";
      default:
        return moveKindNames[row]!;
    }
  }
}
