import { Mistake } from "../../mistake.ts";
import type { Source } from "./collect.ts";
import { bare, importsOf } from "./imports-of.ts";

/**
 * Refuses a file among the scenarios that holds none and that no other source imports: nothing in it would ever run,
 * most likely since its scenario is not exported.
 */
export const mustBeOfUse = (sources: readonly Source[], scenarios: ReadonlySet<string>): void => {
  const imported = new Set(sources.flatMap(({ path }) => importsOf(path)));
  const idle = sources.find(
    ({ path, scenarioName }) =>
      scenarioName !== undefined && !scenarios.has(scenarioName) && !imported.has(bare(path)),
  );
  if (!idle) return;
  throw new Mistake({
    what: "this file is among the scenarios and exports none",
    where: { file: idle.path, line: 1 },
    why: "no other file imports it either, so nothing in it would ever run",
    todo: "export its scenario, import it where it helps, or move it elsewhere",
  });
};
