/**
 * What makes two causes the same: the same steps, however often and in whichever order. Kept apart from how a cause is
 * found, because whoever compares causes has only their steps.
 */
export const causeKey = (steps: readonly string[]): string =>
  [...new Set(steps)].toSorted().join("\n");
