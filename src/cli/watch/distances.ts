import { bare, importsOf } from "../project/imports-of.ts";

/**
 * How far each source is from what has changed: 0 where it has changed itself, 1 where it imports something that has,
 * and so on; those that nothing of it reaches are left out.
 */
export const distancesFrom = (
  changed: readonly string[],
  sources: readonly string[],
): ReadonlyMap<string, number> => {
  const importers = new Map<string, string[]>();
  for (const source of sources)
    for (const imported of importsOf(source))
      importers.set(imported, [...(importers.get(imported) ?? []), source]);
  const own = new Map(sources.map((source) => [bare(source), source]));
  const distances = new Map<string, number>();
  const queue = changed.map((path) => ({ path: bare(path), distance: 0 }));
  const seen = new Set(queue.map(({ path }) => path));
  for (const { path, distance } of queue) {
    const source = own.get(path);
    if (source !== undefined) distances.set(source, distance);
    for (const importer of importers.get(path) ?? []) {
      const next = bare(importer);
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push({ path: next, distance: distance + 1 });
    }
  }
  return distances;
};
