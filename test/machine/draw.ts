/** A small seeded generator (mulberry32): `draw(n)` is a whole number from 0 up to, not including, `n`. */
export type Draw = (below: number) => number;

export const drawing = (seed: number): Draw => {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
};
