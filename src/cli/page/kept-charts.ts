import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ChartLayout, MachineDrawing } from "../../report/index.ts";
import { chartLayouts, graphOf, type LayOut } from "../../report/html/index.ts";
import { textIn, writeWhole } from "../files.ts";
import { opened, sealed } from "../sealed-text.ts";
import { version } from "../version.ts";

type Diagram = MachineDrawing["diagram"];

/** No layout is kept as null, since JSON has no undefined. */
type Kept = Readonly<Record<string, ChartLayout | null>>;

/**
 * Lays out every diagram, or takes the layout from what was laid out before: the same diagram comes to the same layout,
 * and to work it out takes longer than most searches do. What cannot be read or written there is laid out anew.
 */
export const chartsLaidOut = async (
  diagrams: readonly Diagram[],
  reports: string,
): Promise<readonly (ChartLayout | undefined)[]> => {
  const file = join(reports, "cache", "charts.json");
  const before = (opened(version, textIn(file)) ?? {}) as Kept;
  const charts: Record<string, ChartLayout | null> = {};
  let layOut: LayOut | undefined;
  for (const diagram of diagrams) {
    const key = keyOf(diagram);
    const known = before[key];
    if (known !== undefined) {
      charts[key] = known;
      continue;
    }
    layOut ??= await chartLayouts();
    charts[key] = (await layOut(diagram)) ?? null;
  }
  if (layOut) keep(file, charts);
  return diagrams.map((diagram) => charts[keyOf(diagram)] ?? undefined);
};

/** A diagram with all that the engine for layouts is asked for. */
const keyOf = (diagram: Diagram): string =>
  createHash("sha256")
    .update(JSON.stringify([diagram, graphOf(diagram)]))
    .digest("hex");

const keep = (file: string, kept: Kept): void => {
  try {
    writeWhole(file, sealed(version, kept));
  } catch {
    // The next report will lay them out again.
  }
};
