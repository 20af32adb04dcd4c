import { Workshop, type Verdict } from "../mutate/index.ts";
import type { MutantJob, MutantNames } from "./jobs.ts";
import { loadMutants, tasksOf, type Project } from "./project/index.ts";

let workshop: { readonly protocol: string; readonly made: Workshop } | undefined;

/** Makes mutants in a worker thread, which looks at the honest version once and then keeps what it saw. */
export const mutantJob = async (
  job: MutantJob,
  project: Project,
): Promise<MutantNames | Verdict> => {
  if (workshop?.protocol !== job.protocol) {
    const { sabotages } = await loadMutants(project.folders);
    const tasks = tasksOf(project).filter(({ protocol }) => protocol.name === job.protocol);
    workshop = { protocol: job.protocol, made: new Workshop(tasks, sabotages) };
  }
  const { made } = workshop;
  return job.kind === "mutant"
    ? made.try(job.name)
    : {
        mutants: made.mutants.map(({ name, diff }) => ({ name, text: diff.join("\n") })),
        unasked: made.unasked,
        broken: made.broken,
      };
};
