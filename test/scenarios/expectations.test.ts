import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { announcement } from "../../models/ledger.ts";
import { announced2021 } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { coexistence } from "../../models/protocols/coexistence.ts";
import { strict } from "../../models/protocols/strict.ts";
import { contradictions, coverageOf } from "../../src/report/build-coverage.ts";
import { ledgerOf } from "../../src/report/build-ledger.ts";
import { protocolsOf } from "../../src/report/build-protocols.ts";
import { taskOf } from "../../src/report/build-task.ts";
import { ledgerSection } from "../../src/report/markdown.ts";
import type { TaskMaterial } from "../../src/report/material.ts";
import type { RunCovered } from "../../src/report/run.ts";
import {
  exhaust,
  invariantsOf,
  mergeChunks,
  relationsOf,
  searchChunk,
  type Exhaustive,
  type SearchOutcome,
  type Task,
} from "../../src/search/index.ts";
import { update } from "../docs/blocks.ts";
import { root } from "../imports.ts";
import { keys } from "../../models/promises/keys.ts";
import { promises, tasks } from "../models/project.ts";

/** Random runs of each; up to eight times as many where something that is to break has not broken yet. */
const runs = 800;
const chunksMost = 8;

const outcomes = new Map<Task, SearchOutcome>();

const breaksIn = (task: Task): readonly string[] =>
  Object.entries(task.scenario.expects[task.protocol.name] ?? {})
    .filter(([, { expects }]) => expects === "breaks")
    .map(([id]) => id);

/** What some thousand random runs find, looked for once. */
const outcomeOf = (task: Task): SearchOutcome => {
  const known = outcomes.get(task);
  if (known) return known;
  const chunk = (index: number) =>
    searchChunk(task, { seed: 1, index, firstRun: 1 + index * runs, runs });
  const chunks = [chunk(0)];
  const found = (): SearchOutcome => mergeChunks(task, chunks, false);
  let outcome = found();
  const enough = (): boolean =>
    breaksIn(task).every((id) => outcome.counterexamples.some(({ invariant }) => invariant === id));
  while (!enough() && chunks.length < chunksMost) {
    chunks.push(chunk(chunks.length));
    outcome = found();
  }
  outcomes.set(task, outcome);
  return outcome;
};

const upTo =
  (most: number): Exhaustive["watch"] =>
  ({ states }) =>
    states > most ? "states" : undefined;

/** Those about one run, and those about two. */
const allInvariants = [...invariantsOf(promises), ...relationsOf(promises)];

const readme = join(root, "README.md");
const statementsIn = (text: string): readonly string[] => text.match(/^\| S\d+ .*$/gm) ?? [];

/** The ledger as a report has it. */
const ledgerTold = (found: readonly TaskMaterial[]): string => {
  const invariants = new Map(allInvariants.map((each) => [each.id, each]));
  const told = found.map((one) => taskOf(one, invariants, new Set()));
  const versions = new Set(
    [announced2021, beforeUpdate, coexistence, strict].map(({ name }) => name),
  );
  const protocols = protocolsOf(found, told, promises, { whole: true, versions });
  return ledgerSection(ledgerOf(announcement, protocols), protocols);
};

describe("every scenario turns out as it says", () => {
  test.each(tasks.map((task) => [task.scenarioName, task.protocol.name, task] as const))(
    "%s under %s",
    (_scenario, _protocol, task) => {
      const outcome = outcomeOf(task);
      expect(outcome.counterexamples.map(({ invariant }) => invariant).toSorted()).toEqual(
        breaksIn(task).toSorted(),
      );
      const cannot = task.protocol.notApplicable;
      for (const id of task.scenario.about)
        if (!(id in cannot))
          expect(outcome.tested[id], `${id} was put to the test`).toBeGreaterThan(0);
      for (const id of Object.keys(cannot)) expect(outcome.tested[id], `${id} came up`).toBe(0);
      expect(outcome.ignored, "every event is handled or ignored aloud").toEqual([]);
      expect(outcome.unsettled).toBe(0);
    },
  );

  test("whatever a part can do comes up somewhere, or the part says why it never does", () => {
    const found = tasks.map((task) => ({ ...task, outcome: outcomeOf(task), accounts: [] }));
    const unexplained = (showing: readonly TaskMaterial[]): readonly RunCovered[] =>
      coverageOf(found, showing, true).noted.filter(({ standing }) => standing !== "explained");
    const rare = new Set(unexplained(found).map(({ part }) => part));
    expect(rare.size, "most comes up by chance").toBeLessThan(3);
    const searched: TaskMaterial[] = [];
    const near = found
      .filter(({ outcome }) => outcome.coverage.some(({ part }) => rare.has(part)))
      // Small ones first: what is rare among random runs is mostly found there.
      .toSorted((left, right) => left.outcome.coverage.length - right.outcome.coverage.length);
    for (const task of near) {
      if (unexplained([...found, ...searched]).length === 0) break;
      searched.push({ ...task, outcome: exhaust(task, { together: true, watch: upTo(25_000) }) });
    }
    expect(unexplained([...found, ...searched])).toEqual([]);
    expect(contradictions([...found, ...searched])).toEqual([]);
    expect(coverageOf(found, found, true).declared).toBeGreaterThan(200);
  }, 180_000);

  test("the ledger in the README says what they come to", () => {
    // The ledger goes by the promises that are asked everywhere.
    const found = tasks
      .filter(({ scenario }) => scenario.promises.length === 0)
      .map((task) => ({ ...task, outcome: outcomeOf(task), accounts: [] }));
    const text = readFileSync(readme, "utf8");
    const [told, real] = [statementsIn(text), statementsIn(ledgerTold(found))];
    expect(real.length).toBe(14);
    if (update)
      writeFileSync(
        readme,
        told.reduce((whole, row, at) => whole.replace(row, real[at] ?? ""), text),
      );
    else expect(told).toEqual(real);
  });

  test("of strict, every invariant is put to the test somewhere, and none breaks", () => {
    const ours = tasks.filter(({ protocol }) => protocol === strict);
    expect(ours.length).toBeGreaterThan(15);
    const tested = new Map(allInvariants.map(({ id }) => [id, 0]));
    for (const task of ours) {
      expect(task.scenario.expects["strict"] ?? {}).toEqual({});
      const found = searchChunk(task, { seed: 2, index: 0, firstRun: 1, runs: 500 });
      const pairs = found.pairs.map((pair) => [pair.invariant, pair.tested] as const);
      for (const [id, count] of [...Object.entries(found.tested), ...pairs])
        tested.set(id, tested.get(id)! + count);
    }
    // Keys are checked in versions made from strict; in itself they do not change, and nobody lies about them.
    const never = keys.invariants.map(({ id }) => id);
    expect([...tested].flatMap(([id, count]) => (count === 0 ? [id] : []))).toEqual(never);
  });

  test("what the announced version breaks first, it breaks within six moves", () => {
    const broken = new Map<string, number>();
    for (const task of tasks.filter(({ protocol }) => protocol.name === "announced-2021"))
      for (const { invariant, steps } of outcomeOf(task).counterexamples)
        broken.set(invariant, Math.min(steps.length, broken.get(invariant) ?? Infinity));
    expect(broken.get("P3.a")).toBeLessThanOrEqual(6);
    expect(broken.get("P3.d")).toBeLessThanOrEqual(6);
  });
});
