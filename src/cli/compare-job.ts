import { differenceOf, type VersionDifference } from "../search/index.ts";
import type { Job, SidesName } from "./jobs.ts";
import { mistakeOf } from "./project/blame.ts";
import { loadProject } from "./project/index.ts";
import { comparisonOf, meaningsOf } from "./version-pairs.ts";

/** Compares two versions in one story, in a worker thread, which loads both sides once. */
export const compareJob = async ({
  sides: named,
  asked,
  at,
  states,
}: Extract<Job, { kind: "compare" }>): Promise<VersionDifference> => {
  const sides = await (loaded ??= load(named));
  const { base, head } = comparisonOf(sides, asked).pairs[at]!;
  try {
    return differenceOf(base, head, meaningsOf(sides.head), states);
  } catch (error) {
    throw mistakeOf(error, head) ?? error;
  }
};

let loaded: ReturnType<typeof load> | undefined;

const load = async ({ base, head }: SidesName) => {
  const newer = await loadProject(head);
  const same = base === head;
  return { base: same ? newer : await loadProject(base), head: newer, same };
};
