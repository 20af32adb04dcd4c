/** Measures whether guided search finds rare breaks in fewer steps than chance, and prints a table. See bench/README.md. */
import "../bin/supported-node.js";
import { worldOf } from "../src/search/index.ts";
import { bugs, type Bug } from "./guided/bugs.ts";
import { seek, type Sought } from "./guided/race.ts";
import { median } from "./measure.ts";
import { figure, table } from "./table.ts";

/** Searches of each kind for each bug, and the steps after which one is given up. */
const seeds = 11;
const most = 300_000;

const steps = (sought: readonly Sought[]): number => median(sought.map((one) => one.steps));

const found = (sought: readonly Sought[]): string =>
  `${Number.isFinite(steps(sought)) ? figure(steps(sought)) : `> ${figure(most)}`}`;

const rate = (sought: readonly Sought[]): number => {
  const sum = (of: (one: Sought) => number): number =>
    sought.reduce((all, one) => all + of(one), 0);
  return sum(({ made }) => made) / sum(({ seconds }) => seconds);
};

/** Steps by chance for each guided one; where a median was not found, the ratio is at least, or at most, so much. */
const ratio = (uniform: readonly Sought[], guided: readonly Sought[]): string => {
  const [left, right] = [steps(uniform), steps(guided)];
  if (Number.isFinite(left) && Number.isFinite(right)) return `${figure(left / right)}×`;
  if (Number.isFinite(right)) return `> ${figure(most / right)}×`;
  return Number.isFinite(left) ? `< ${figure(left / most)}×` : "—";
};

const row = (bug: Bug): string[] => {
  const world = worldOf(bug.task);
  const uniform: Sought[] = [];
  const guided: Sought[] = [];
  // In turn, so that neither finds tables that the other one filled.
  for (let seed = 1; seed <= seeds; seed++) {
    uniform.push(seek(bug, world, { seed, guided: false, most }));
    guided.push(seek(bug, world, { seed, guided: true, most }));
  }
  return [
    bug.kind,
    bug.name,
    bug.invariant,
    found(uniform),
    found(guided),
    ratio(uniform, guided),
    `${figure(rate(guided) / rate(uniform))}×`,
  ];
};

const [only] = process.argv.slice(2);
console.log(`Median of ${seeds} seeds; given up after ${figure(most)} steps.\n`);
const chosen = (await bugs()).filter(({ name }) => only === undefined || name.includes(only));
const head = ["", "bug", "breaks", "by chance", "guided", "fewer steps", "steps a second"];
console.log(table(head, chosen.map(row)));
