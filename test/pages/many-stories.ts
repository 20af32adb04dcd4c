import { accountOf } from "../../src/cli/account.ts";
import { film, stageOf, type Filmed } from "../../src/explore/index.ts";
import { keysOf } from "../../src/report/html/overview.ts";
import {
  buildReport,
  type RunReport,
  type RunTrace,
  type Scene,
  type Scenes,
} from "../../src/report/index.ts";
import { Random } from "../../src/search/random.ts";
import { invariantsOf, worldOf, type Task } from "../../src/search/index.ts";
import { MoveList } from "../../src/world/index.ts";
import { door, doorTask, materialOf } from "../report/material.ts";

/** A report of many stories, as a page is made of it. */
export interface Stories {
  readonly run: RunReport;
  readonly scenes: Scenes;
}

/** A report of so many stories, each another random walk of so many moves, told as a search tells what breaks. */
export const manyStories = (
  task: Task,
  { stories, moves }: { readonly stories: number; readonly moves: number },
): Stories => {
  const walks = walksOf(task, moves);
  const random = new Random(1);
  const told = Array.from({ length: stories }, () => {
    const walk = walks.next().value;
    const filmed = film(task, walk);
    return { filmed, trace: traceOf(task, walk, filmed, random) };
  });
  const { filmed } = told[0]!;
  return reportOf(
    task,
    told.map(({ trace }) => trace),
    {
      stages: [stageOf(task, filmed, () => -1)],
      scenes: told.map((one): Scene => ({ stage: 0, ...one.filmed.scene })),
    },
  );
};

/** The same stories over and over, until there are so many. */
export const repeated = (task: Task, { run, scenes }: Stories, stories: number): Stories => {
  const again = <T>(things: readonly T[]): T[] =>
    Array.from({ length: stories }, (_, at) => things[at % things.length]!);
  return reportOf(task, again(run.traces), { ...scenes, scenes: again(scenes.scenes) });
};

const reportOf = (
  { scenarioName, protocol }: Task,
  traces: readonly RunTrace[],
  staged: Pick<Scenes, "stages" | "scenes">,
): Stories => {
  const plain = buildReport(materialOf([doorTask(door("glass"))]));
  const keys = keysOf(traces);
  return {
    run: {
      ...plain,
      tasks: plain.tasks.map((each) => ({
        ...each,
        scenario: scenarioName,
        protocol: protocol.name,
      })),
      traces: traces.map((trace, at) => ({ ...trace, key: keys[at]! })),
    },
    scenes: { schema: "sealcheck.scenes/1", of: "", ...staged, seconds: {}, machines: [] },
  };
};

/** Random walks, no two alike. */
function* walksOf(task: Task, moves: number): Generator<string[], never> {
  const world = worldOf(task);
  const offered = new MoveList();
  const before = new Set<string>();
  for (let seed = 1; ; seed++) {
    const random = new Random(seed);
    const walk: string[] = [];
    world.begin();
    for (let tries = 0; walk.length < moves && tries < 4 * moves; tries++) {
      offered.clear();
      world.offers.list(offered);
      if (offered.count === 0) break;
      const at = random.below(offered.count);
      const name = world.offers.nameOf(offered, at);
      const { kind, a, b, outputs } = offered;
      // A channel may be too full for it.
      if (world.apply(kind[at]!, a[at]!, b[at]!, outputs[at]!)) walk.push(name);
    }
    const key = walk.join("\n");
    if (!before.has(key)) yield walk;
    before.add(key);
  }
}

const traceOf = (task: Task, moves: string[], { facts }: Filmed, random: Random): RunTrace => {
  const { scenarioName, protocol, promises } = task;
  const invariants = invariantsOf(promises);
  const { start, readers, changes } = accountOf(task, moves);
  const last = facts.at(-1)!.at(-1);
  const mattered = [...moves.keys()].filter(() => random.below(2) === 0).map((at) => at + 1);
  return {
    key: "",
    scenario: scenarioName,
    protocol: protocol.name,
    invariant: invariants[random.below(invariants.length)]!.id,
    expected: true,
    because: "so it was announced",
    binding: { device: "ana.phone", business: "shop" },
    setUp: task.scenario.setUp,
    start,
    moves,
    steps: moves.map((move, at) => ({ move, facts: facts[at]!, changes: changes[at]! })),
    brokenAt: moves.length,
    repeatsFrom: undefined,
    fact: last,
    mattered,
    prevented: undefined,
    derivation: undefined,
    pair: undefined,
    readers,
    foundInRun: random.below(1_000_000),
    shortest: "not known",
    foundWith: moves.length + random.below(60),
    cause: {
      id: random.bits().toString(16) + random.bits().toString(16),
      steps: mattered.map((step) => moves[step - 1]!),
    },
    by: undefined,
    token: "",
  };
};
