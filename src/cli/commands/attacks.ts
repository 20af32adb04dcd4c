import * as Effect from "effect/Effect";
import { totalmem } from "node:os";
import type { Mistake } from "../../mistake.ts";
import {
  attackLines,
  attackRows,
  exhaustiveHeaderLine,
  ExitCode,
  type AttackSaid,
} from "../../report/index.ts";
import { adversariesOf } from "../../search/index.ts";
import { asExpected } from "../../report/formats/index.ts";
import { exhaustTasks } from "../exhaust-tasks.ts";
import type { InternalError } from "../failure.ts";
import { visiting } from "../progress.ts";
import { tasksOf, type Project } from "../project/index.ts";
import { version } from "../version.ts";
import { searchAndReport, type Conclusion, type SearchOptions } from "./searching.ts";

export type AttacksOptions = Pick<SearchOptions, "scenarios" | "workers" | "json" | "color">;

const statesMost = 4_000_000;

/** Visits every state of the scenarios that look for an attack, and tells of each protocol whether it is open to it. */
export const attacksCommand = (
  options: AttacksOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  searchAndReport(
    {
      ...options,
      protocol: undefined,
      adversary: undefined,
      itf: undefined,
      formats: { files: {}, github: false },
      seed: 0,
      runs: 0,
      visiting: true,
      attacksOnly: true,
    },
    ({ tasks, output, stop, line }) =>
      Effect.gen(function* () {
        output.told(exhaustiveHeaderLine({ version, workers: options.workers }, output.style));
        const began = performance.now();
        const found = yield* exhaustTasks({
          cwd: process.cwd(),
          tasks,
          workers: options.workers,
          together: false,
          sliced: false,
          symmetry: false,
          causes: false,
          states: statesMost,
          bytes: totalmem() / 2,
          onlySmall: false,
          saving: undefined,
          began: (boards) => stop.heed(() => boards.stop("interrupted")),
          advanced: ({ done, tasks: of, standings }) => {
            const now = performance.now();
            line.show(now, visiting({ done, of, standings, seconds: (now - began) / 1000 }));
          },
          // A row says it all, and rows of one attack stand together.
          ended: () => undefined,
        });
        return tasks.map((task) => found.get(task)!);
      }),
    told,
  );

const told: Conclusion = (run, { project, output: { style }, stop, telemetry, reportFile }) => {
  const said = saidIn(project);
  const rows = attackRows(run, telemetry, (...named) => said.get(named.join("\0"))!);
  const kept = rows.filter(({ asExpected: met }) => met).length;
  return {
    lines: [...attackLines(rows, style), "", `report: ${reportFile}`],
    last: `${kept} passed, ${rows.length - kept} failed, 0 skipped`,
    code: codeOf(stop.interrupted, kept === rows.length),
    json: { schema: "sealcheck.attacks/1", attacks: rows },
    showing: asExpected(run),
  };
};

const codeOf = (interrupted: boolean, asExpected: boolean): ExitCode => {
  if (interrupted) return ExitCode.interrupted;
  return asExpected ? ExitCode.ok : ExitCode.broken;
};

/** What every scenario says of its attack and of who attacks, by the names of scenario and protocol. */
const saidIn = (project: Project): ReadonlyMap<string, AttackSaid> =>
  new Map(
    tasksOf(project).flatMap((task) => {
      const { attack, adversary } = task.scenario;
      if (!attack) return [];
      const attacker =
        attack.by ?? adversariesOf(task).find(({ name }) => name === adversary)?.says ?? "";
      const named = `${task.scenarioName}\0${task.protocol.name}`;
      return [[named, { source: attack.source, attacker }] as const];
    }),
  );
