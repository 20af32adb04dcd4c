/** How many letters differ: insertions, deletions and changes (Levenshtein, 1966). */
export const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++)
      next.push(
        Math.min(
          row[j]! + 1,
          next[j - 1]! + 1,
          row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[right.length]!;
};

/** What to say about a name that is not known: the nearest names, or all there are. */
export const suggestion = (name: string, known: readonly string[]): string => {
  if (known.length === 0) return "there are none";
  const near = known
    .map((each) => ({ each, far: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= Math.max(2, each.length / 3))
    .toSorted((one, other) => one.far - other.far)
    .map(({ each }) => each);
  return near.length > 0
    ? `did you mean ${near.slice(0, 3).join(", ")}?`
    : `there are: ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`;
};
