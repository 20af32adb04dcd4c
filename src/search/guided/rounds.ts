import type { ChunkResult } from "../chunk.ts";
import { learned, unguided, type Guidance } from "./guidance.ts";

/**
 * Chunks that a round has at most. It shapes what a search finds, and it bounds how many threads can work on one task at
 * a time.
 */
const roundMost = 8;

/** Where a round ends that begins with this chunk. The first ones are short, since most is learned at first. */
const endOf = (first: number): number => first + Math.min(roundMost, Math.max(1, first));

/**
 * A guided search in rounds: all chunks of a round begin with the same guidance, and the next round with what these have
 * learned, put together in their order. So nothing depends on which of them was done first, or by whom.
 */
export class Rounds {
  /** What the chunks of this round begin with. */
  guidance: Guidance = unguided;
  /** Chunks before this one may be done now. */
  open: number = endOf(0);
  #done = 0;
  #taught: { readonly index: number; readonly learned: Guidance }[] = [];

  /** Takes in what a chunk has learned; true when that opens another round. */
  put({ index, learned: its = unguided }: Pick<ChunkResult, "index" | "learned">): boolean {
    this.#taught.push({ index, learned: its });
    if (++this.#done < this.open) return false;
    const inOrder = this.#taught.toSorted((left, right) => left.index - right.index);
    this.guidance = learned(
      this.guidance,
      inOrder.map((each) => each.learned),
    );
    this.#taught = [];
    this.open = endOf(this.open);
    return true;
  }
}
