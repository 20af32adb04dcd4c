import { film, stageOf } from "../../explore/index.ts";
import type { DifferencePage, DifferenceReport, Stage, Witness } from "../../report/index.ts";
import type { Task } from "../../search/index.ts";
import type { Project } from "../project/index.ts";
import { drawingsOf } from "./scenes-of.ts";

/** The two sides of a comparison, with all tasks that were compared. */
export interface Compared {
  readonly head: Project;
  /** Undefined where the head declares both versions. */
  readonly base: Project | undefined;
  readonly pairs: readonly (readonly [base: Task, head: Task])[];
}

/** A difference with its witnesses made anew on live actors, and looked at step by step. */
export const differencePage = async (
  report: DifferenceReport,
  { head, base, pairs }: Compared,
): Promise<DifferencePage> => {
  const kinds = (await drawingsOf(head)).map(({ kind }) => kind);
  const machines = base ? await drawingsOf(base) : [];
  const placeOf = {
    head: (kind: string) => kinds.indexOf(kind),
    base: (kind: string) =>
      base
        ? kinds.length + machines.findIndex((machine) => machine.kind === kind)
        : kinds.indexOf(kind),
  };
  const stages = new Map<string, { readonly at: number; readonly stage: Stage }>();
  const witnesses = witnessesIn(report).map((witness): Witness => {
    const { of, scenario, protocol, moves } = witness;
    const side = of === "head" ? 1 : 0;
    const task = pairs
      .map((pair) => pair[side])
      .find((one) => one.scenarioName === scenario && one.protocol.name === protocol)!;
    const filmed = film(task, moves);
    const name = JSON.stringify([of, scenario, protocol]);
    const known = stages.get(name) ?? {
      at: stages.size,
      stage: stageOf(task, filmed, placeOf[of]),
    };
    stages.set(name, known);
    return { ...witness, facts: filmed.facts, scene: { stage: known.at, ...filmed.scene } };
  });
  return {
    ...report,
    stages: [...stages.values()].map(({ stage }) => stage),
    witnesses,
    machines,
  };
};

const witnessesIn = ({
  gained,
  lost,
  chats,
}: DifferenceReport): Omit<Witness, "facts" | "scene">[] => [
  ...gained.map(({ scenario, protocol, moves }) => ({
    of: "head" as const,
    scenario,
    protocol,
    moves,
  })),
  ...lost.map(({ scenario, protocol, moves }) => ({
    of: "base" as const,
    scenario,
    protocol,
    moves,
  })),
  ...chats.flatMap(({ witness, scenario = "" }) => (witness ? [{ scenario, ...witness }] : [])),
];
