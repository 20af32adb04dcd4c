import { film, filmPair, stageOf, type Filmed } from "../../explore/index.ts";
import {
  witnessesIn,
  type DifferencePage,
  type DifferenceReport,
  type Scene,
  type Stage,
  type Witness,
  type Witnessed,
} from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import type { Project } from "../project/index.ts";
import { drawingsOf } from "./scenes-of.ts";

/** The two sides of a comparison, with all tasks that were compared. */
export interface Compared {
  readonly head: Project;
  /** Undefined where the head declares both versions. */
  readonly base: Project | undefined;
  /** What facts were compared in. */
  readonly pairs: readonly { readonly base: Task; readonly head: Task }[];
  /** What the promises of each were judged in. */
  readonly judged: { readonly base: readonly Task[]; readonly head: readonly Task[] };
}

/** A difference with its witnesses made anew on live actors, and looked at step by step. */
export const differencePage = async (
  report: DifferenceReport,
  { head, base, ...tasks }: Compared,
): Promise<DifferencePage> => {
  const kinds = (await drawingsOf(head)).map(({ kind }) => kind);
  const machines = base ? await drawingsOf(base) : [];
  const stages = new Stages({
    head: (kind) => kinds.indexOf(kind),
    base: (kind) =>
      base
        ? kinds.length + machines.findIndex((machine) => machine.kind === kind)
        : kinds.indexOf(kind),
  });
  const witnesses = witnessesIn(report).map((witnessed) =>
    filmedOn(stages, taskOf(witnessed, tasks), witnessed),
  );
  return { ...report, stages: stages.all, witnesses, machines };
};

const filmedOn = (
  stages: Stages,
  task: Task,
  { what, of, scenario, protocol, moves }: Witnessed,
): Witness => {
  const told = { of, scenario, protocol, moves };
  const story = "invariant" in what ? what.witness : undefined;
  if (!story?.pair) {
    const filmed = film(task, moves);
    const scene = stages.sceneOf(task, of, filmed);
    return { ...told, facts: filmed.facts, scene, second: undefined };
  }
  const { left, right } = filmPair(task, story.invariant, story.pair.observer, moves);
  return {
    ...told,
    facts: left.facts,
    scene: stages.sceneOf({ ...task }, of, left),
    second: stages.sceneOf({ ...task }, of, right),
  };
};

/** The task that something is shown in. */
const taskOf = (
  { what, of, scenario, protocol }: Witnessed,
  { pairs, judged }: Pick<Compared, "pairs" | "judged">,
): Task => {
  const all = "invariant" in what ? judged[of] : pairs.map((pair) => pair[of]);
  return all.find((one) => one.scenarioName === scenario && one.protocol.name === protocol)!;
};

/** Stages, which scenes of one task share, since everything stands alike in it before the first move. */
class Stages {
  readonly all: Stage[] = [];
  readonly #places = new Map<Task, number>();
  readonly #machineOf: Readonly<Record<Witness["of"], (kind: string) => number>>;

  constructor(machineOf: Readonly<Record<Witness["of"], (kind: string) => number>>) {
    this.#machineOf = machineOf;
  }

  sceneOf(task: Task, of: Witness["of"], filmed: Filmed): Scene {
    const stage = this.#places.get(task) ?? this.all.length;
    if (stage === this.all.length) this.all.push(stageOf(task, filmed, this.#machineOf[of]));
    this.#places.set(task, stage);
    return { stage, ...filmed.scene };
  }
}
