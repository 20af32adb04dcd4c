import { PairTable } from "../../term/index.ts";
import { MoveKind } from "../../world/index.ts";

/**
 * What has gone wrong so far, as one integer. Faults are counted link by link, and once for both runs: were they counted
 * together, one that hits a message of the one run alone would spare another message only there.
 */
export class Links {
  readonly none: number = 0;
  readonly #most: ReadonlyMap<number, number>;
  readonly #counts: (readonly (readonly [link: number, count: number])[])[] = [[]];
  readonly #states = new Map<string, number>([["", 0]]);
  /** Per state and link: the next state plus one, 0 where the budget is used up. */
  readonly #next = new PairTable();

  /** `budgets`: how often each kind of fault, by the number of its move, may hit each link. */
  constructor(budgets: ReadonlyMap<number, number>) {
    this.#most = budgets;
  }

  /** Whether moves of a kind are counted at all. */
  counts(kind: number): boolean {
    return this.#most.has(kind);
  }

  /** The link that a fault hits: a channel, a unit, or time itself. What an adversary sends is counted all together. */
  linkOf(kind: number, place: number): number {
    switch (kind) {
      case MoveKind.delay:
        return kind * linksMost;
      case MoveKind.replay:
      case MoveKind.inject:
        return MoveKind.replay * linksMost;
      default:
        return kind * linksMost + place;
    }
  }

  /** What has gone wrong after one more fault, or -1 if there may not be another. */
  spend(state: number, link: number): number {
    const known = this.#next.get(state, link);
    return (known >= 0 ? known : this.#grow(state, link)) - 1;
  }

  #grow(state: number, link: number): number {
    const before = this.#counts[state]!;
    const used = before.find(([one]) => one === link)?.[1] ?? 0;
    const most = this.#most.get(Math.floor(link / linksMost)) ?? 0;
    const counts = [...before.filter(([one]) => one !== link), [link, used + 1] as const].toSorted(
      ([left], [right]) => left - right,
    );
    const answer = used >= most ? 0 : this.#stateOf(counts) + 1;
    this.#next.set(state, link, answer);
    return answer;
  }

  #stateOf(counts: readonly (readonly [number, number])[]): number {
    const key = counts.join(";");
    let state = this.#states.get(key);
    if (state === undefined) this.#states.set(key, (state = this.#counts.push(counts) - 1));
    return state;
  }
}

const linksMost = 65_536;
