import type { Stopped } from "../search/index.ts";
import { coverageLines, nameLines } from "./terminal-coverage.ts";
import { effortWords } from "./effort-words.ts";
import type { RunReport, RunTask, RunTrace } from "./run.ts";
import { breakLines, expectedBreakLines } from "./terminal-story.ts";
import type { Style } from "./terminal-style.ts";
import { padded, shown, wrapped } from "./terminal-wrap.ts";
import { failing, tally } from "./tally.ts";
import type { TaskTelemetry, Telemetry } from "./telemetry.ts";
import { counted, listed } from "./words.ts";

/** The first line: what runs, with what. */
export const headerLine = (
  { version, seed, workers }: { version: string; seed: number; workers: number },
  style: Style,
): string => `${style.bold(`sealcheck ${version}`)}  seed ${seed}  ${counted(workers, "worker")}`;

/** The same of an exhaustive search. */
export const exhaustiveHeaderLine = (
  { version, workers }: { version: string; workers: number },
  style: Style,
): string =>
  `${style.bold(`sealcheck ${version}`)}  every reachable state  ${counted(workers, "worker")}`;

/** A task that has ended: one line, or two where one would be too long. */
export const taskLines = (
  task: RunTask,
  { seconds, visited }: Pick<TaskTelemetry, "seconds" | "visited">,
  columns: number,
  style: Style,
): string[] => {
  const { status, scenario, protocol, partial, invariants } = task;
  const broken = invariants.filter(({ verdict }) => verdict === "broken").length;
  const amount = [
    effortWords(task),
    ...(broken > 0 ? [`${broken} broken${status === "passed" ? " as expected" : ""}`] : []),
    ...(status === "insufficient" ? ["evidence insufficient"] : []),
    ...(partial ? ["partial"] : []),
  ].join(", ");
  const name = `${scenario}, ${protocol}`;
  const time = style.dim(
    [
      `${seconds.toFixed(1)} s`,
      // Of a short search, rate and memory say nothing; telemetry has them all the same.
      ...(visited && seconds >= 10
        ? [
            `${visited.statesPerSecond.toLocaleString("en")} states/s`,
            `${(visited.bytes / 2 ** 20).toFixed(0)} MiB`,
          ]
        : []),
    ].join(", "),
  );
  const line = `${mark(status, style)} ${padded(name, columns)}  ${amount}  ${time}`;
  return shown(line).length <= style.width
    ? [line]
    : [
        `${mark(status, style)} ${name}`,
        ...wrapped(`${amount}  ${time}`, style.width - 4).map(indented),
      ];
};

const indented = (line: string): string => `    ${line}`;

const mark = (status: RunTask["status"], style: Style): string =>
  ({ passed: style.pass, failed: style.fail, insufficient: style.unsure, skipped: style.unsure })[
    status
  ];

/** Everything below the lines of the tasks, except the last one. */
export const summaryLines = (
  run: RunReport,
  telemetry: Telemetry,
  reportFile: string,
  style: Style,
): string[] => {
  const expected = run.traces.filter((trace) => trace.expected);
  return [
    ...expectedLines(expected, run, style),
    ...unexpectedLines(run, style),
    "",
    ...taskComplaintLines(run, style),
    ...protocolComplaintLines(run, style),
    ...coverageLines(run, style),
    ...warningLines(telemetry, style),
    ...ledgerLines(run, style),
    ...leftOutLines(run, style),
    ...lackLines(run, style),
    ...(run.partial ? [style.warn("partial: the search was stopped before it was done")] : []),
    `report: ${reportFile}`,
  ];
};

/** What no scenario expects, story by story. */
const unexpectedLines = (run: RunReport, style: Style): string[] =>
  run.traces.filter((trace) => !trace.expected).flatMap((trace) => breakLines(trace, run, style));

/** What of its tasks did not turn out as expected: breaks in full, then what did not break or was not put to the test. */
export const failureLines = (run: RunReport, style: Style): string[] => [
  ...unexpectedLines(run, style),
  ...taskComplaintLines(run, style),
];

/** What its tasks leave open although each turned out as expected: of whole protocols, and of what parts declare. */
export const openLines = (run: RunReport, style: Style): string[] => [
  ...protocolComplaintLines(run, style),
  ...failing(run.coverage).flatMap((one) => nameLines(one, true, style)),
];

/** So many stories of variants are still read; beyond, each gets a line, and the report tells them. */
const variantsMost = 6;

/** Breaks that were expected: of each protocol and invariant the shortest, told together where the story is the same. */
const expectedLines = (traces: readonly RunTrace[], run: RunReport, style: Style): string[] => {
  const variants = new Set(run.protocols.flatMap(({ name, variant }) => (variant ? [name] : [])));
  const kinds = Map.groupBy(traces, ({ protocol, invariant }) => `${invariant}\0${protocol}`);
  const shortest = [...kinds.values()].map(
    (kind) => kind.toSorted((left, right) => left.moves.length - right.moves.length)[0]!,
  );
  const stories = [
    ...Map.groupBy(shortest, ({ protocol, setUp, moves }) =>
      JSON.stringify([protocol, setUp, moves]),
    ).values(),
  ];
  const told = stories.filter(([first]) => !variants.has(first!.protocol));
  const rest = stories.filter(([first]) => variants.has(first!.protocol));
  if (rest.length <= variantsMost)
    return stories.flatMap((story) => expectedBreakLines(story, run, style));
  return [
    ...told.flatMap((story) => expectedBreakLines(story, run, style)),
    "",
    "broken in variants, as expected; the report tells each story:",
    ...rest.flatMap((story) =>
      wrapped(
        `  ${style.bold(story.map(({ invariant }) => invariant).join(", "))} under ${story[0]!.protocol}: ${counted(story[0]!.moves.length, "move")} in ${story[0]!.scenario}`,
        style.width,
        4,
      ),
    ),
  ];
};

/** The last line, always plain. */
export const lastLine = (run: RunReport): string => tally(run);

/** Expectations that were not met and are no break; breaks have told their story. */
const taskComplaintLines = ({ tasks }: RunReport, style: Style): string[] => [
  ...tasks.flatMap((task) => unsettledLines(task, style)),
  ...tasks.flatMap(({ scenario, protocol, status, invariants }) =>
    status === "skipped"
      ? []
      : invariants
          .filter(({ met, verdict }) => met !== "met" && verdict !== "broken")
          .filter((each) => !isUnsettled(each))
          .flatMap(({ id, expected, verdict, tested }) =>
            wrapped(
              `${style.fail} ${id} in ${scenario} under ${protocol}: ${complaint(expected, verdict, tested)}`,
              style.width,
              4,
            ),
          ),
  ),
];

/** The same of whole protocols. */
const protocolComplaintLines = ({ protocols }: RunReport, style: Style): string[] =>
  protocols.flatMap(({ name, invariants }) =>
    invariants
      .filter(({ unexpected, insufficient }) => unexpected || insufficient)
      // The tasks have said so.
      .filter(({ verdict }) => verdict !== "inconclusive")
      .flatMap(({ id, unexpected, because }) =>
        wrapped(
          `${style.fail} ${id} under ${name}: ${unexpected ? `came up, although it is said not to (${because})` : "no scenario put it to the test"}`,
          style.width,
          4,
        ),
      ),
  );

/** Not broken where the search went, and it did not go everywhere. */
const isUnsettled = ({ verdict, expected }: RunTask["invariants"][number]): boolean =>
  verdict === "inconclusive" && expected !== "breaks";

const unsettledLines = (task: RunTask, style: Style): string[] => {
  const unsettled = task.invariants.filter(isUnsettled);
  if (unsettled.length === 0) return [];
  const { stopped, unsliced = [] } = task.exhaustion ?? {};
  const open = task.relations.filter(({ unresolved }) => unresolved > 0);
  if (open.length === unsettled.length)
    return open.flatMap(({ invariant, unresolved }) =>
      wrapped(
        `${style.unsure} ${invariant} in ${task.scenario} under ${task.protocol}: not settled, ${counted(unresolved, "pair")} of runs could not be compared within the bounds`,
        style.width,
        4,
      ),
    );
  const why =
    stopped === undefined && unsliced.length > 0
      ? "they single nobody out, so no slice can settle them"
      : stoppedWords[stopped ?? "interrupted"];
  return wrapped(
    `${style.unsure} ${counted(unsettled.length, "invariant")} in ${task.scenario} under ${task.protocol}: not settled, ${why}`,
    style.width,
    4,
  );
};

const stoppedWords: Readonly<Record<Stopped, string>> = {
  interrupted: "the search was interrupted",
  time: "time was up before every state was visited",
  states: "there are more states than were allowed",
  memory: "the states take more memory than was allowed",
};

const complaint = (expected: string, verdict: string, tested: number): string => {
  if (verdict === "inconclusive")
    return "an expected break was not found before the search was stopped";
  if (expected === "breaks") return `was expected to break and did not (${verdict})`;
  if (expected === "notApplicable")
    return `was said not to come up and was put to the test ${counted(tested, "time")}`;
  return "the scenario is about it, and nothing put it to the test";
};

const warningLines = ({ tasks, warnings }: Telemetry, style: Style): string[] => {
  const ignored = [...new Set(tasks.flatMap((task) => task.ignored))].toSorted();
  const full = tasks.filter(({ blocked }) => blocked > 0);
  const restless = tasks.filter(({ unsettled }) => unsettled > 0);
  const told = [
    ...(ignored.length > 0 ? [`ignored without saying so: ${ignored.join(", ")}`] : []),
    ...(full.length > 0
      ? [`channels were full in ${named(full)}: what would not have fitted was not tried`]
      : []),
    ...(restless.length > 0
      ? [`some runs did not come to rest in ${named(restless)}: obligations went unjudged there`]
      : []),
    ...warnings,
  ];
  return told.flatMap((text) => wrapped(`${style.warn("warning:")} ${text}`, style.width, 2));
};

/** What was not searched at all must not be taken for what held. */
const leftOutLines = ({ leftOut }: RunReport, style: Style): string[] =>
  [...Map.groupBy(leftOut, ({ scenario }) => scenario)].flatMap(([scenario, tasks]) =>
    wrapped(
      `${style.unsure} ${scenario} under ${listed(tasks.map(({ protocol }) => protocol))}: not visited, ${tasks[0]!.because}; run samples it, and check visits what it can if the scenario is named`,
      style.width,
      4,
    ),
  );

/** Whoever reads that a scenario was played must know what of it could not be. */
const lackLines = ({ tasks }: RunReport, style: Style): string[] =>
  tasks.flatMap(({ scenario, protocol, lacks }) =>
    lacks.length === 0
      ? []
      : wrapped(
          `${scenario} under ${protocol}: nobody there has ${listed(lacks)}, so it is played without`,
          style.width,
          4,
        ),
  );

const named = (tasks: Telemetry["tasks"]): string => {
  const names = tasks.map(({ scenario, protocol }) => `${scenario} (${protocol})`);
  return names.length > 3
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : names.join(", ");
};

const ledgerLines = ({ ledger, whole }: RunReport, { width }: Style): string[] => {
  // After a selection, most statements are untested merely because nobody asked.
  if (!ledger || !whole) return [];
  const columns = Math.max(...ledger.rows.map(({ statement }) => statement.length));
  const protocols = Object.keys(ledger.rows[0]?.status ?? {});
  return [
    `ledger of the ${ledger.source}:`,
    ...ledger.rows.flatMap(({ statement, status, notYetChecked, notCheckable, checkedBy }) => {
      const told =
        checkedBy.length === 0
          ? notCheckable
            ? "not checkable"
            : "not yet checked"
          : protocols.map((name) => `${name} ${status[name]}`).join("; ");
      const rest = checkedBy.length > 0 && (notYetChecked ?? notCheckable) ? " (in part)" : "";
      return wrapped(`${padded(statement, columns)}  ${told}${rest}`, width - 2, columns + 2).map(
        (line) => `  ${line}`,
      );
    }),
  ];
};
