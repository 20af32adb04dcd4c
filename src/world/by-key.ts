/** The entries of a record in the order of its keys. */
export const byKey = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1));
