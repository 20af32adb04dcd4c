import { termById } from "../../term/index.ts";
import { MoveKind, type MoveList, type World } from "../../world/index.ts";
import { fingerprint } from "./fingerprint.ts";

/**
 * Fingerprints of runs, by what their moves are called: two runs have the same one if they made the same moves. Where a
 * message stands in its channel says which it is, as long as everything before was the same.
 */
export class RunPrint {
  readonly #world: World;
  /** Whether an intent carries something that its name does not tell. */
  readonly #carries: Uint8Array;
  readonly #terms: number[] = [];
  readonly #items: number[] = [];
  readonly #timers: number[] = [];

  constructor(world: World) {
    this.#world = world;
    this.#carries = Uint8Array.from(world.plan.intents, ({ carries }) =>
      carries?.carry === "known" ? 1 : 0,
    );
  }

  of({ count, kind, a, b, outputs }: MoveList): number {
    let low = 0x5ea1c4ec;
    let high = 0x41c6ce57;
    for (let at = 0; at < count; at++) {
      const move =
        Math.imul(kind[at]! + 32 * outputs[at]!, 0x27d4eb2f) ^
        Math.imul(this.#subject(kind[at]!, a[at]!), 0x165667b1) ^
        this.#object(kind[at]!, a[at]!, b[at]!);
      low = Math.imul(low ^ move, 0x9e3779b1);
      low ^= low >>> 15;
      high = Math.imul(high + move, 0x5f356495);
      high ^= high >>> 13;
    }
    return (high >>> 11) * 2 ** 32 + (low >>> 0);
  }

  #subject(kind: number, a: number): number {
    if (kind !== MoveKind.timer) return a;
    return (this.#timers[a] ??= fingerprint(this.#world.timers.all[a]!.name) | 0);
  }

  #object(kind: number, a: number, b: number): number {
    if (kind === MoveKind.intent)
      return this.#carries[a] === 0 ? 0 : (this.#terms[b] ??= fingerprint(termById(b).label) | 0);
    if (kind === MoveKind.replay || kind === MoveKind.inject)
      return (this.#items[b] ??= fingerprint(this.#world.programs.items[b]!.name) | 0);
    return b;
  }
}
