/**
 * Measures how fast sealcheck visits every state, beside Spin and XState's own graph search on the same problem, and
 * how that grows. Prints tables and draws bench/growth.svg. See bench/README.md.
 */
import "../bin/supported-node.js";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { worldOf, type Task } from "../src/search/index.ts";
import { changingSlots } from "../src/search/exhaustive/changing-slots.ts";
import { Explorer } from "../src/search/exhaustive/explorer.ts";
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
import { shippedTask } from "./town.ts";

/** Reachable states and moves of the problem, as five independent checkers agree. */
const published: Readonly<Record<SizeName, readonly [number, number]>> = {
  S: [10_908, 37_982],
  M: [1_995_840, 11_002_080],
  L: [16_564_208, 102_341_176],
};

interface Visited extends Searched {
  readonly xstateCalls: number;
  /** How it went on the way, at every power of ten and half of it. */
  readonly points: readonly Point[];
}

/** Visits the states of a task, all of them or the first so many; traces are kept. */
const visit = (task: Task, most = Number.POSITIVE_INFINITY): Visited => {
  const world = worldOf(task);
  const slots = changingSlots(world, new Random(1), task.scenario.bound.moves);
  const explorer = new Explorer(world, slots);
  const cpu = process.cpuUsage();
  const points: Point[] = [];
  const seconds = (): number => {
    const { user, system } = process.cpuUsage(cpu);
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
    bytes: explorer.bytes,
    xstateCalls: tableSizes(world)
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

const town = async (): Promise<Visited> => {
  section("The strict protocol, scenario hosted-shop with a crash, knowledge and all promises");
  const visited = visit(await shippedTask("hosted-shop", "strict"), 5_000_000);
  console.log(table(head.slice(0, 4), [row("the first 5 M states", visited).slice(0, 4)]));
  return visited;
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
const announced = await town();
await coldStart();
writeFileSync(
  new URL("growth.svg", import.meta.url),
  growthChart({
    "notice protocol, size L": notice.points,
    "hosted-shop, strict": announced.points,
  }),
);
console.log("\ndrawn: bench/growth.svg");
