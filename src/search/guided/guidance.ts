import { signsMost } from "./signs.ts";

/** The beginning of a walk that is worth going on from: by name, so that it means the same in every thread. */
export interface KeptTrace {
  /** What it came to with its last move. */
  readonly sign: number;
  readonly moves: readonly string[];
  /** The intents and the kinds of move that its walk left out. */
  readonly intentsOff: Uint8Array;
  readonly kindsOff: Uint8Array;
}

/** What walks so far have taught; plain data. */
export interface Guidance {
  /** Pairs of a sign and how many walks came to it. */
  readonly walks: Uint32Array;
  readonly kept: readonly KeptTrace[];
}

/** So many traces are kept at most. */
export const keptMost = 256;

/** Before the first walk. */
export const unguided: Guidance = { walks: new Uint32Array(), kept: [] };

/** Adds up how many walks came to each sign. */
export const addWalks = (walks: Uint32Array, pairs: Uint32Array): void => {
  for (let at = 0; at < pairs.length; at += 2) walks[pairs[at]!]! += pairs[at + 1]!;
};

/** The same as pairs of sign and number: few of all signs ever come up. */
export const pairsOf = (walks: Uint32Array): Uint32Array => {
  const pairs: number[] = [];
  for (let sign = 0; sign < walks.length; sign++)
    if (walks[sign]! > 0) pairs.push(sign, walks[sign]!);
  return Uint32Array.from(pairs);
};

/**
 * What was known before, and what chunks that began with it have learned, in this order. Of each sign the shortest trace is
 * kept, and of all signs the rarest.
 */
export const learned = (before: Guidance, chunks: readonly Guidance[]): Guidance => {
  const walks = new Uint32Array(signsMost);
  for (const one of [before, ...chunks]) addWalks(walks, one.walks);
  const shortest = new Map<number, KeptTrace>();
  for (const trace of [before, ...chunks].flatMap(({ kept }) => kept)) {
    const known = shortest.get(trace.sign);
    if (!known || trace.moves.length < known.moves.length) shortest.set(trace.sign, trace);
  }
  const kept = [...shortest.values()]
    .toSorted((left, right) => walks[left.sign]! - walks[right.sign]! || left.sign - right.sign)
    .slice(0, keptMost);
  return { walks: pairsOf(walks), kept };
};
