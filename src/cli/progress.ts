import type { Standing } from "../search/index.ts";
import type { Output } from "./output.ts";

/** How far a random search is. */
export interface Sampling {
  readonly done: number;
  readonly of: number;
  readonly moves: number;
  readonly seconds: number;
}

/** "42 %, 1,200,000 moves/s, 12 s left" */
export const standing = ({ done, of, moves, seconds }: Sampling): string => {
  const rate = seconds > 0 ? Math.round(moves / seconds) : 0;
  const left = done > 0 ? Math.ceil((seconds / done) * (of - done)) : undefined;
  return [
    `${of > 0 ? Math.floor((100 * done) / of) : 100} %`,
    `${rate.toLocaleString("en")} moves/s`,
    ...(left === undefined ? [] : [`${left} s left`]),
  ].join(", ");
};

/** How far exhaustive searches are. */
export interface Visiting {
  readonly done: number;
  readonly of: number;
  readonly standings: readonly Standing[];
  readonly seconds: number;
}

/** "3 of 40 done; 1,200,000 states, 900,000 states/s, depth 21, 40,000 queued, about 1,900,000 in all, 52 MiB" */
export const visiting = ({ done, of, standings, seconds }: Visiting): string => {
  const sum = (figure: (standing: Standing) => number): number =>
    standings.reduce((total, standing) => total + figure(standing), 0);
  const shown = (figure: number): string => Math.round(figure).toLocaleString("en");
  const states = sum((standing) => standing.states);
  if (states === 0) return `${done} of ${of} done`;
  const predicted = standings.every((standing) => standing.predicted !== undefined);
  return [
    `${done} of ${of} done; ${shown(states)} states`,
    `${shown(seconds > 0 ? states / seconds : 0)} states/s`,
    `depth ${Math.max(...standings.map(({ depth }) => depth))}`,
    `${shown(sum(({ states: reached, expanded }) => reached - expanded))} queued`,
    predicted ? `about ${shown(sum((standing) => standing.predicted ?? 0))} in all` : "growing",
    `${shown(sum(({ bytes }) => bytes) / 2 ** 20)} MiB`,
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

  show(now: number, text: string): void {
    const inPlace = this.#output.stream.isTTY ?? false;
    if (now - this.#last < (inPlace ? inPlaceEvery : lineEvery)) return;
    this.#last = now;
    if (!inPlace) return this.#output.told(text);
    this.#output.stream.write(`\r\u001b[K${this.#output.style.dim(text)}`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#output.stream.write("\r\u001b[K");
    this.#shown = false;
  }
}
