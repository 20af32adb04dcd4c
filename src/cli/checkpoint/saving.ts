import { resolve } from "node:path";
import { Mistake } from "../../mistake.ts";
import type { Task } from "../../search/index.ts";
import { modelHash, type Project } from "../project/index.ts";
import { version } from "../version.ts";
import type { Saving } from "./saver.ts";

/** What somebody asks for. */
export interface SavingOptions {
  readonly checkpoint: string | undefined;
  readonly resume: string | undefined;
  /** Seconds between two checkpoints. */
  readonly checkpointEvery: number;
}

/** How the search of the selected tasks is saved, if that is asked for. Throws a {@link Mistake} if there are several. */
export const savingOf = (
  { checkpoint, resume, checkpointEvery }: SavingOptions,
  project: Project,
  tasks: readonly Task[],
  options: Saving["of"]["options"],
): Saving | undefined => {
  if (checkpoint === undefined && resume === undefined) return undefined;
  const [task] = tasks;
  if (!task || tasks.length > 1)
    throw new Mistake({
      what: `a checkpoint is of one search, and ${tasks.length} are selected`,
      why: "each scenario under each protocol is a search of its own",
      todo: "name one scenario, and one protocol with --protocol",
    });
  return {
    of: {
      version,
      modelHash: modelHash(project),
      scenario: task.scenarioName,
      protocol: task.protocol.name,
      options,
    },
    to: checkpoint === undefined ? undefined : resolve(checkpoint),
    from: resume === undefined ? undefined : resolve(resume),
    every: checkpointEvery * 1000,
  };
};
