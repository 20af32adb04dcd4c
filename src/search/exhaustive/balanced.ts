/**
 * Moves as few slots as can be, and those that matter least, so that the first half of them weighs about as much as the
 * second. Where a slot weighs the logarithm of its number of values, this keeps the number of different halves low.
 */
export const balanced = (
  slots: readonly number[],
  weightOf: (slot: number) => number,
): number[] => {
  const half = Math.ceil(slots.length / 2);
  const cut = middle(slots.map(weightOf));
  const before = slots.slice(0, cut);
  const after = slots.slice(cut);
  const lightest = (from: readonly number[], count: number): ReadonlySet<number> =>
    new Set(
      from.toSorted((left, right) => weightOf(left) - weightOf(right)).slice(0, Math.max(0, count)),
    );
  const back = lightest(after, half - before.length);
  const forth = lightest(before, before.length - half);
  return [
    ...before.filter((slot) => !forth.has(slot)),
    ...back,
    ...forth,
    ...after.filter((slot) => !back.has(slot)),
  ];
};

/** How many of these weights make up half of them all, as nearly as can be. */
const middle = (weights: readonly number[]): number => {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let cut = 0;
  while (
    cut < weights.length &&
    Math.abs(all - 2 * (before + weights[cut]!)) <= Math.abs(all - 2 * before)
  )
    before += weights[cut++]!;
  return cut;
};
