import type { View } from "./view.ts";

/**
 * Whether two views cannot be told apart by anybody who sees their labels and what people can do: whether their starts
 * are branching bisimilar. Blocks are split by signatures until none splits any more (Blom and Orzan, "Distributed
 * Branching Bisimulation Reduction of State Spaces", 2003).
 */
export const bisimilar = (left: View, right: View): boolean => {
  const views = [left, right];
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  };
  let blocks = views.map(({ ready }) => Int32Array.from(ready, numberOf));
  for (let count = numbers.size; ; count = numbers.size) {
    if (blocks[0]![0] !== blocks[1]![0]) return false;
    numbers.clear();
    blocks = views.map((view, at) => {
      const signatures = signaturesOf(view, blocks[at]!);
      return Int32Array.from(signatures, (signature, state) =>
        numberOf(`${blocks[at]![state]} ${[...signature].toSorted().join("\t")}`),
      );
    });
    if (numbers.size === count) return blocks[0]![0] === blocks[1]![0];
  }
};

/** Per state, what can be seen next, after steps of which nothing is seen and that stay in the block. */
const signaturesOf = (
  { states, offsets, targets, labels }: View,
  block: Int32Array,
): readonly ReadonlySet<string>[] => {
  const signatures = Array.from({ length: states }, () => new Set<string>());
  const silent: number[][] = Array.from({ length: states }, () => []);
  const changed: number[] = [];
  for (let state = 0; state < states; state++) {
    for (let step = offsets[state]!; step < offsets[state + 1]!; step++) {
      const target = targets[step]!;
      if (target < 0) continue;
      if (labels[step] === "" && block[target] === block[state]) silent[target]!.push(state);
      else signatures[state]!.add(`${labels[step]}\r${block[target]}`);
    }
    if (signatures[state]!.size > 0) changed.push(state);
  }
  // Back along silent steps, until nothing is added any more.
  for (let state = changed.pop(); state !== undefined; state = changed.pop())
    for (const before of silent[state]!) {
      const own = signatures[before]!;
      const { size } = own;
      for (const one of signatures[state]!) own.add(one);
      if (own.size > size) changed.push(before);
    }
  return signatures;
};
