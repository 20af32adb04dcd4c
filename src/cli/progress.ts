import type { Output } from "./output.ts";

/** How far a search is. */
export interface Standing {
  readonly done: number;
  readonly of: number;
  readonly moves: number;
  readonly seconds: number;
}

/** "42 %, 1,200,000 moves/s, 12 s left" */
export const standing = ({ done, of, moves, seconds }: Standing): string => {
  const rate = seconds > 0 ? Math.round(moves / seconds) : 0;
  const left = done > 0 ? Math.ceil((seconds / done) * (of - done)) : undefined;
  return [
    `${of > 0 ? Math.floor((100 * done) / of) : 100} %`,
    `${rate.toLocaleString("en")} moves/s`,
    ...(left === undefined ? [] : [`${left} s left`]),
  ].join(", ");
};

const inPlaceEvery = 100;
const lineEvery = 30_000;

/**
 * Shows how far a search is: in place on a terminal, at most ten times a second; elsewhere a line each half minute.
 * `clear` makes room for a line that stays.
 */
export class ProgressLine {
  readonly #output: Output;
  #shown = false;
  #last: number;

  constructor(output: Output, now: number) {
    this.#output = output;
    this.#last = now;
  }

  show(now: number, state: Standing): void {
    const inPlace = this.#output.stream.isTTY ?? false;
    if (now - this.#last < (inPlace ? inPlaceEvery : lineEvery)) return;
    this.#last = now;
    if (!inPlace) return this.#output.told(standing(state));
    this.#output.stream.write(`\r\u001b[K${this.#output.style.dim(standing(state))}`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#output.stream.write("\r\u001b[K");
    this.#shown = false;
  }
}
