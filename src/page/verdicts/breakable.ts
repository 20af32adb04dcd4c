import type { TraceName } from "../data/trace-list.ts";
import type { Report } from "../data/report.ts";

/** The shortest story that breaks an invariant under another version: what shows that it can be broken at all. */
export const brokenElsewhere = (
  { overview, traces }: Report,
  id: string,
  besides: string,
): TraceName | undefined =>
  overview.protocols
    .filter(({ name }) => name !== besides)
    .flatMap(({ name }) => traces.breaking(id, name).slice(0, 1))
    .reduce<TraceName | undefined>(
      (best, one) => (best === undefined || one.steps < best.steps ? one : best),
      undefined,
    );
