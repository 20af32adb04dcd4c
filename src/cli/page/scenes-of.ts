import { film, machinesOf, stageOf } from "../../explore/index.ts";
import { Mistake } from "../../mistake.ts";
import { firstRunOf } from "../../report/board.ts";
import type {
  MachineDrawing,
  RunReport,
  RunTrace,
  Scene,
  Scenes,
  Stage,
} from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import { chartLayouts } from "../../report/html/index.ts";
import { fromFolder } from "../files.ts";
import { taskNamed, tasksOf, type Project } from "../project/index.ts";

/** What is to be seen in the traces of a run, from the models that it was made of. */
export const scenesOf = async (
  project: Project,
  run: Pick<RunReport, "traces">,
  hash: string,
): Promise<Scenes> => {
  const machines = await drawingsOf(project);
  return {
    schema: "sealcheck.scenes/1",
    of: hash,
    ...staged(
      project,
      run,
      machines.map(({ kind }) => kind),
    ),
    machines,
  };
};

/** Every kind of machine in a project, laid out. */
export const drawingsOf = async (project: Project): Promise<MachineDrawing[]> => {
  const layOut = await chartLayouts();
  const drawn: MachineDrawing[] = [];
  for (const machine of machinesOf(tasksOf(project), (file) =>
    fromFolder(project.folders.project, file),
  ))
    drawn.push({ ...machine, layout: await layOut(machine.diagram) });
  return drawn;
};

const staged = (
  project: Project,
  { traces }: Pick<RunReport, "traces">,
  kinds: readonly string[],
): Pick<Scenes, "stages" | "scenes"> => {
  const stages = new Map<string, { readonly at: number; readonly stage: Stage }>();
  const scenes = traces.map((trace): Scene | null => {
    const { scenario, protocol } = trace;
    const task = taskNamed(project, scenario, protocol);
    const filmed = filmOf(task, trace);
    if (!filmed) return null;
    const name = `${scenario}\n${protocol}`;
    if (!stages.has(name))
      stages.set(name, {
        at: stages.size,
        stage: stageOf(task, filmed, (kind) => kinds.indexOf(kind)),
      });
    return { stage: stages.get(name)!.at, ...filmed.scene };
  });
  return { stages: [...stages.values()].map(({ stage }) => stage), scenes };
};

/** One of two runs may make a move that only both together could. */
const filmOf = (task: Task, trace: RunTrace): ReturnType<typeof film> | undefined => {
  try {
    return film(
      task,
      firstRunOf(trace).map(({ move }) => move),
    );
  } catch (error) {
    if (error instanceof Mistake && trace.pair) return undefined;
    throw error;
  }
};
