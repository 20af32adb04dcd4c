/**
 * Measures how fast sealcheck visits every state, beside Spin and XState's own graph search on the same problem, and
 * how that grows. Prints tables and draws bench/growth.svg. See bench/README.md.
 */
import "../bin/supported-node.js";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Worker } from "node:worker_threads";
import { worldOf, type Task } from "../src/search/index.ts";
import { changingSlots } from "../src/search/exhaustive/changing-slots.ts";
import { exploring, type Explorer, type Keep } from "../src/search/exhaustive/explorer.ts";
import { KeptStates } from "../src/search/exhaustive/kept-states.ts";
import { Random } from "../src/search/random.ts";
import { tableSizes } from "../src/search/table-sizes.ts";
import { growthChart, type Point } from "./growth.ts";
import { median } from "./measure.ts";
import { noticeTask } from "./notice/notice.ts";
import { sizes, type SizeName } from "./notice/sizes.ts";
import { graphSearch } from "./peers/graph.ts";
import { hasSpin, spinMissing, spinSearch, type Searched } from "./peers/spin.ts";
import { buildChild, runOften } from "./start.ts";
import { figure, table } from "./table.ts";
import { everyFaultTask, shippedTask } from "./town.ts";
import { visitPairs } from "./two-runs.ts";

/** Reachable states and moves of the problem, as five independent checkers agree. */
const published: Readonly<Record<SizeName, readonly [number, number]>> = {
  S: [10_908, 37_982],
  M: [1_995_840, 11_002_080],
  L: [16_564_208, 102_341_176],
};

interface Visited extends Searched {
  /** Seconds on the clock. */
  readonly wall: number;
  readonly xstateCalls: number;
  /** How it went on the way, at every power of ten and half of it. */
  readonly points: readonly Point[];
}

/** How far a search goes, and who keeps its states: another thread, or its own. */
interface Manner {
  readonly most?: number;
  readonly keeper?: Worker;
}

const keptBy =
  (keeper: Worker): Keep =>
  (plan, saved) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    new KeptStates(plan, (keeping) => keeper.postMessage(keeping), undefined, saved);

/** Visits the states of a task, all of them or the first so many; traces are kept. */
const visit = (task: Task, { most = Number.POSITIVE_INFINITY, keeper }: Manner = {}): Visited => {
  const world = worldOf(task);
  const slots = changingSlots(world, new Random(1), task.scenario.bound.moves);
  const begun = { cpu: process.cpuUsage(), wall: performance.now() };
  const keep = keeper && keptBy(keeper);
  return exploring(world, slots, (explorer) => visited(explorer, most, begun), { keep });
};

const visited = (
  explorer: Explorer,
  most: number,
  begun: { readonly cpu: NodeJS.CpuUsage; readonly wall: number },
): Visited => {
  const points: Point[] = [];
  const seconds = (): number => {
    const { user, system } = process.cpuUsage(begun.cpu);
    return (user + system) / 1e6;
  };
  const note = (): void => {
    const states = explorer.states.size;
    points.push({ states, perSecond: states / seconds(), bytes: explorer.bytes / states });
  };
  for (let next = 10_000; !explorer.advance(1024) && explorer.states.size < most;)
    if (explorer.states.size >= next) {
      note();
      next *= Math.sqrt(10);
    }
  note();
  return {
    states: explorer.states.size,
    transitions: explorer.transitions,
    seconds: seconds(),
    wall: (performance.now() - begun.wall) / 1000,
    bytes: explorer.bytes,
    xstateCalls: tableSizes(explorer.world)
      .filter(({ name }) => !["lists", "knowledge", "monitors"].includes(name))
      .reduce((sum, { computed }) => sum + computed, 0),
    points,
  };
};

const section = (title: string): void => console.log(`\n### ${title}\n`);

const row = (what: string, searched: Searched, against?: Searched): string[] => {
  const { states, seconds, bytes } = searched;
  const ratio = against && states / seconds / (against.states / against.seconds);
  return [
    what,
    states.toLocaleString("en"),
    `${figure(states / seconds)} states/s`,
    bytes === undefined ? "" : `${(bytes / states).toFixed(0)} B`,
    ratio === undefined ? "" : `${figure(ratio)}×`,
  ];
};

const head = ["", "states", "per CPU second", "a state", "against it"];

/** Three times in turn; the run with the median time. */
const middle = (search: () => Searched): Searched => {
  const runs = Array.from({ length: 3 }, search);
  const seconds = median(runs.map((one) => one.seconds));
  return runs.find((one) => one.seconds === seconds)!;
};

const mustAgree = (name: SizeName, { states, transitions }: Searched): void => {
  const [expected, moves] = published[name];
  if (states !== expected || transitions !== moves)
    throw new Error(
      `size ${name} has ${expected} states, ${moves} moves; ${states}, ${transitions} were found`,
    );
};

const small = (): void => {
  section("Size S, against XState's own graph search");
  const graph = middle(() => graphSearch(sizes.S));
  const ours = middle(() => visit(noticeTask("S")));
  mustAgree("S", ours);
  console.log(table(head, [row("xstate/graph", graph), row("sealcheck", ours, graph)]));
};

const large = (): Visited => {
  section("Sizes M and L, against Spin's full search (-O2 -DSAFETY -DNOREDUCE)");
  const spin = hasSpin();
  if (!spin) console.log(`${spinMissing}\n`);
  const rows: string[][] = [];
  let last: Visited | undefined;
  for (const name of ["M", "L"] as const) {
    const peer = spin ? spinSearch(sizes[name]) : undefined;
    last = visit(noticeTask(name));
    mustAgree(name, last);
    if (peer) rows.push(row(`${name}: Spin`, peer));
    rows.push(row(`${name}: sealcheck`, last, peer));
  }
  console.log(table(head, rows));
  const calls = (100 * last!.xstateCalls) / last!.transitions;
  console.log(
    `\nXState was asked ${last!.xstateCalls.toLocaleString("en")} times for the ${last!.transitions.toLocaleString("en")} moves of size L: ${figure(calls)} %.`,
  );
  return last!;
};

/** One thread and two in turn, three times: they take the same steps, so the clock alone tells them apart. */
const twoThreads = (): void => {
  section("Two threads against one, size M, on the clock");
  const keeper = new Worker(new URL("keeper.ts", import.meta.url));
  const manners = { "one thread": {}, "two threads": { keeper } };
  const walls = { "one thread": [] as number[], "two threads": [] as number[] };
  for (let round = 0; round < 3; round++)
    for (const name of ["one thread", "two threads"] as const) {
      const searched = visit(noticeTask("M"), manners[name]);
      mustAgree("M", searched);
      walls[name].push(searched.wall);
    }
  void keeper.terminate();
  const [one, two] = [median(walls["one thread"]), median(walls["two threads"])];
  console.log(
    table(
      ["", "seconds", "against one"],
      [
        ["one thread", figure(one), ""],
        ["two threads", figure(two), `${figure(one / two)}×`],
      ],
    ),
  );
};

/** Of more states than this, what one costs hardly changes any more; the search could go on. */
const slice = 5_000_000;

const everyFault = async (): Promise<Visited> => {
  section(
    "The strict protocol: two devices, a business that changes, every kind of fault at once, knowledge and all promises",
  );
  const searched = visit(await everyFaultTask(), { most: slice });
  if (searched.states < slice)
    throw new Error(`the slice is to have ${slice} states and has ${searched.states}`);
  console.log(table(head.slice(0, 4), [row("the first 5 M states", searched).slice(0, 4)]));
  return searched;
};

/** Two runs of one schedule against one run, each alone: what it costs to promise that nobody can tell. */
const twoRuns = async (): Promise<void> => {
  section("Pairs of runs under strict, nothing fails, against single runs of the same");
  const rows: string[][] = [];
  for (const [scenario, invariant, observer] of [
    ["settled/friends-beside-a-business", "P1.e", "service"],
    ["settled/one-vendor-two-businesses", "P2.c", "statco/shop"],
    ["settled/terms-beside-hosting", "P1.e", "service"],
    ["two-runs/whatever-the-terms", "P5.c", "ana"],
  ] as const) {
    const shipped = await shippedTask(scenario, "strict");
    const task = { ...shipped, scenario: { ...shipped.scenario, faults: {} } };
    const one = visit(task, { most: 400_000 });
    const two = visitPairs(task, invariant, observer, 400_000);
    rows.push(row(scenario, one), row(`${invariant}, ${observer}`, two, one));
  }
  console.log(table(head, rows));
};

const coldStart = async (): Promise<void> => {
  section("From a cold start to the confirmed shortest trace of the seeded bug");
  const child = await buildChild();
  const rows = (Object.keys(sizes) as SizeName[]).map((name) => {
    const { printed, seconds } = runOften([child, "check", name]);
    return [name, `${figure(seconds)} s`, String((printed as { steps: string[] }).steps.length)];
  });
  console.log(table(["size", "seconds", "moves"], rows));
};

const [processor] = cpus();
console.log(`${processor!.model}, ${cpus().length} cores, Node ${process.versions.node}.`);
small();
const notice = large();
twoThreads();
const strict = await everyFault();
await twoRuns();
await coldStart();
writeFileSync(
  new URL("growth.svg", import.meta.url),
  growthChart({
    "notice protocol, size L": notice.points,
    "every fault, strict": strict.points,
  }),
);
console.log("\ndrawn: bench/growth.svg");
