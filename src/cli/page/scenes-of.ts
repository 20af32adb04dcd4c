import { film, filmPair, machinesOf, stageOf, type Filmed } from "../../explore/index.ts";
import type { MachineDrawing, RunReport, Scene, Scenes, Stage } from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import { fromFolder } from "../files.ts";
import { taskNamed, tasksOf, type Project } from "../project/index.ts";
import { chartsLaidOut } from "./kept-charts.ts";

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
  const machines = machinesOf(tasksOf(project), (file) =>
    fromFolder(project.folders.project, file),
  );
  const layouts = await chartsLaidOut(
    machines.map(({ diagram }) => diagram),
    project.folders.reports,
  );
  return machines.map((machine, at) => ({ ...machine, layout: layouts[at] }));
};

const staged = (
  project: Project,
  { traces }: Pick<RunReport, "traces">,
  kinds: readonly string[],
): Pick<Scenes, "stages" | "scenes" | "seconds"> => {
  const stages = new Map<string, { readonly at: number; readonly stage: Stage }>();
  /** A scene on its stage, which those share in which everything stands alike before the first move. */
  const onStage = (task: Task, name: readonly string[], filmed: Filmed): Scene => {
    const key = JSON.stringify(name);
    const known = stages.get(key) ?? {
      at: stages.size,
      stage: stageOf(task, filmed, (kind) => kinds.indexOf(kind)),
    };
    stages.set(key, known);
    return { stage: known.at, ...filmed.scene };
  };
  const scenes: Scene[] = [];
  const seconds: Record<number, Scene> = {};
  traces.forEach(({ scenario, protocol, invariant, moves, pair }, at) => {
    const task = taskNamed(project, scenario, protocol);
    if (!pair) return void scenes.push(onStage(task, [scenario, protocol], film(task, moves)));
    const { left, right } = filmPair(task, invariant, pair.observer, moves);
    scenes.push(onStage(task, [scenario, protocol, invariant, "left"], left));
    seconds[at] = onStage(task, [scenario, protocol, invariant, "right"], right);
  });
  return { stages: [...stages.values()].map(({ stage }) => stage), scenes, seconds };
};
