import type { PrivacyPromise } from "../promise/index.ts";
import { contradictions, coverageOf } from "./build-coverage.ts";
import { exerciseOf } from "./build-exercise.ts";
import { ledgerOf } from "./build-ledger.ts";
import { protocolsOf } from "./build-protocols.ts";
import { taskOf } from "./build-task.ts";
import { keysOf, tracesOf } from "./build-traces.ts";
import type { Material, TaskMaterial } from "./material.ts";
import { promisesTold } from "./promises-told.ts";
import type { RunLeftOut, RunReport } from "./run.ts";

/** The report of a run. All verdicts are found here; views only render them. */
export const buildReport = (material: Material): RunReport => {
  const { version, seed, runs, causes, whole, modelHash, folder, promises, versions, ledger } =
    material;
  const byId = new Map(
    promises.flatMap((promise) => promise.invariants.map((invariant) => [invariant.id, invariant])),
  );
  const inOrder = material.tasks.toSorted(byName);
  const tasks = inOrder.map((task) => taskOf(task, byId, aboutOf(task.scenario.about, promises)));
  const leftOut = leftOutOf(material);
  const complete = whole && leftOut.length === 0;
  const protocols = protocolsOf(inOrder, tasks, promises, { whole: complete, versions });
  const declaring = inOrder.filter(({ protocol }) => versions.has(protocol.name));
  const coverage = coverageOf(declaring, inOrder, complete);
  return {
    schema: "sealcheck.run/1",
    version,
    seed,
    runs,
    causes,
    partial: tasks.some(({ partial }) => partial),
    whole,
    leftOut,
    modelHash,
    promises: promisesTold(promises, material.sourceOf),
    protocols,
    tasks,
    traces: inOrder.flatMap((task) => tracesOf(task, keysOf(task), folder)),
    ledger: ledger && ledgerOf(ledger, protocols),
    coverage: {
      ...coverage,
      noted: [...contradictions(inOrder), ...coverage.noted],
      ...exerciseOf(inOrder),
    },
  };
};

const leftOutOf = ({ leftOut }: Material): RunLeftOut[] =>
  leftOut.toSorted(byName).map(({ scenario, scenarioName, protocol }) => ({
    scenario: scenarioName,
    protocol: protocol.name,
    because: scenario.onlySampled!,
  }));

type Named = Pick<TaskMaterial, "scenarioName" | "protocol">;

const byName = (left: Named, right: Named): number =>
  compare(left.scenarioName, right.scenarioName) ||
  compare(left.protocol.name, right.protocol.name);

/** Code units, so that the order is the same everywhere. */
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The invariants that a scenario is about; a promise's id stands for all its invariants. */
export const aboutOf = (
  about: readonly string[],
  promises: readonly PrivacyPromise[],
): ReadonlySet<string> =>
  new Set(
    about.flatMap((id) => {
      const named = promises.find((promise) => promise.id === id);
      return named ? named.invariants.map((invariant) => invariant.id) : [id];
    }),
  );
