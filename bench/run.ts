/** Measures how fast sealcheck is, beside others on the same problem, and prints tables. See bench/README.md. */
import "../bin/supported-node.js";
import { cpus } from "node:os";
import { searchChunk, tableSizes, worldOf, type Task } from "../src/search/index.ts";
import { Random } from "../src/search/random.ts";
import { Walker } from "../src/search/walk.ts";
import type { World } from "../src/world/index.ts";
import { compare, type Rate, type Work } from "./measure.ts";
import { countByEngine, countByHand, walkSideBySide } from "./notice/agree.ts";
import { noticeTask, traceLength } from "./notice/notice.ts";
import { sizes, type SizeName } from "./notice/sizes.ts";
import { commandRuns } from "./peers/commands.ts";
import { TransitionWalker } from "./peers/transition.ts";
import { buildChild, run, runOften } from "./start.ts";
import { figure, table } from "./table.ts";
import { townTask } from "./town.ts";

const names = Object.keys(sizes) as SizeName[];

/** Random walks through a task's world, as a search makes them; counts the steps. */
const walking = (task: Task): Work & { readonly world: World } => {
  const world = worldOf(task);
  const walker = new Walker(world);
  let seed = 0;
  const work = (): number => {
    let steps = 0;
    for (let walk = 0; walk < 20; walk++) {
      walker.walk(new Random(seed++), task.scenario.bound.moves);
      steps += walker.moves.count;
    }
    return steps;
  };
  return Object.assign(work, { world });
};

/** The same through fast-check, as one chunk of a run; counts the traces. */
const searching = (task: Task): Work => {
  const world = worldOf(task);
  let index = 0;
  return () => searchChunk(task, { seed: 1, index: index++, firstRun: 1, runs: 500 }, world).runs;
};

const transitions = (name: SizeName): Work => {
  const walker = new TransitionWalker(sizes[name]);
  let seed = 0;
  return () => {
    let steps = 0;
    for (let walk = 0; walk < 20; walk++) steps += walker.walk(new Random(seed++), traceLength);
    return steps;
  };
};

const commands = (name: SizeName): Work => {
  let seed = 0;
  return () => commandRuns(sizes[name], traceLength, 500, seed++);
};

const row = (what: string, unit: string, { perCpu, perWall }: Rate, against?: Rate): string[] => [
  what,
  `${figure(perCpu)} ${unit}`,
  `${figure(perWall)} ${unit}`,
  against ? `${figure(against.perCpu / perCpu)}×` : "",
];

const section = (title: string): void => console.log(`\n### ${title}\n`);

const sameProblem = (): void => {
  section("One problem");
  const steps = names.flatMap((name) =>
    (["right", "bug"] as const).map((version) => walkSideBySide(name, version, 200)),
  );
  const [byHand, engine] = [countByHand("S"), countByEngine("S")];
  if (engine.states !== byHand.states || engine.transitions !== byHand.transitions)
    throw new Error("the machines and the hand-written checker have different states");
  console.log(
    `Side by side for ${steps.reduce((sum, one) => sum + one, 0)} random steps: the same actions enabled, the same verdicts.\n` +
      `Size S, by hand and by machines: ${engine.states} states, ${engine.transitions} transitions.`,
  );
};

const randomSteps = (): void => {
  section(`Random steps, notice protocol, ${traceLength} steps a walk, invariants after each`);
  const rows = names.flatMap((name) => {
    const { ours, xstate, fastCheck } = compare({
      ours: walking(noticeTask(name)),
      xstate: transitions(name),
      fastCheck: commands(name),
    });
    return [
      row(`${name}: sealcheck`, "steps/s", ours),
      row(`${name}: XState transition()`, "steps/s", xstate, ours),
      row(`${name}: fast-check commands`, "steps/s", fastCheck, ours),
    ];
  });
  console.log(table(["", "per CPU second", "per second", "sealcheck is"], rows));
};

const traces = (town: Task): void => {
  section("Through fast-check, as a run does it");
  const tasks = { ...Object.fromEntries(names.map((name) => [name, noticeTask(name)])), town };
  const works = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, searching(task)]),
  );
  const rates = Object.entries(compare(works));
  console.log(
    table(
      ["", "per CPU second", "per second"],
      rates.map(([name, rate]) => row(name, "traces/s", rate).slice(0, 3)),
    ),
  );
};

const announced = (task: Task): void => {
  const work = walking(task);
  const { plan, bank } = work.world;
  section(
    `The announced protocol, scenario ${task.scenarioName}: ${plan.parts.length} parts, ${plan.channels.length} channels, ${bank.invariants.length} invariants`,
  );
  const { walks } = compare({ walks: work });
  console.log(
    table(
      ["", "per CPU second", "per second"],
      [row("random steps", "steps/s", walks).slice(0, 3)],
    ),
  );
  section("Its tables after that");
  const sizesOf = tableSizes(work.world).map(({ name, states, entries }) => [
    name,
    String(states),
    String(entries),
  ]);
  console.log(table(["table", "states", "entries"], sizesOf));
};

const coldStart = (child: string): void => {
  section("From a cold start to the first confirmed counterexample");
  const starts = [
    ...names.map((name) => [`the seeded bug, ${name}`, "bug", name] as const),
    ["Lowe's attack", "lowe"] as const,
  ];
  const rows = starts.map(([what, ...job]) => {
    const { printed, seconds } = runOften([child, ...job]);
    const { steps, traces: tried } = printed as { steps: string[]; traces?: number };
    return [what, `${figure(seconds)} s`, String(tried ?? ""), String(steps.length)];
  });
  console.log(table(["what", "seconds", "found in trace", "steps left of it"], rows));
};

const memory = (child: string): void => {
  section("Memory after a million steps");
  const rows = [...names, "town"].map((name) => {
    const source = ["--conditions=sealcheck-source", "bench/child.ts"];
    const { printed } = run([
      "--expose-gc",
      ...(name === "town" ? source : [child]),
      "memory",
      name,
    ]);
    const { rss, live } = printed as { rss: number; live: number };
    return [name, `${(rss / 2 ** 20).toFixed(0)} MiB`, `${(live / 2 ** 20).toFixed(1)} MiB`];
  });
  console.log(table(["", "resident", "live"], rows));
};

const [processor] = cpus();
console.log(
  `${processor!.model}, ${cpus().length} cores, Node ${process.versions.node}; medians of five, everything in one run.`,
);
const town = await townTask();
const child = await buildChild();
sameProblem();
randomSteps();
traces(town);
announced(town);
coldStart(child);
memory(child);
