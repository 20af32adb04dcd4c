import { boundsWords } from "./bounds-words.ts";
import { coverageSection, coverageUnder } from "./markdown-coverage.ts";
import { effortSection } from "./markdown-effort.ts";
import { foundWords } from "./found-words.ts";
import { columnTable, relationSection } from "./markdown-pair.ts";
import { table } from "./markdown-table.ts";
import type { RunLedger, RunProtocol, RunReport, RunTrace } from "./run.ts";
import { storyOf } from "./story.ts";
import { counted, sentence } from "./words.ts";

/** The report for people, as Markdown. It renders `run.json` and decides nothing. */
export const markdownOf = (run: RunReport): string =>
  [
    "# What was promised, and what was found",
    howToRead(run),
    ...(run.ledger ? [ledgerSection(run.ledger, run.protocols)] : []),
    ...run.protocols.map((protocol) => protocolSection(protocol, run)),
    ...effortSection(run),
    ...relationSection(run),
    ...coverageSection(run),
    ...expectationSection(run),
  ].join("\n\n") + "\n";

const howToRead = ({ version, seed, runs, partial, leftOut, modelHash }: RunReport): string =>
  [
    `Made by sealcheck ${version} with seed ${seed} and ${counted(runs, "random run")} of each scenario under each protocol; models ${modelHash.slice(0, 12)}.`,
    ...(partial ? ["**The search was stopped early**: what follows is what it had found."] : []),
    ...leftOut.map(
      ({ scenario, protocol, because }) =>
        `**Not visited**: ${scenario} under ${protocol}, ${because}. Nothing here speaks of it.`,
    ),
    "How to read it:",
    [
      "- **broken**: a story was found that breaks the promise, and it was confirmed on live actors.",
      "- **held, exhaustively within bounds**: every state that can be reached within the bounds shown was visited, and nothing breaks it there.",
      "- **held, sampled**: it was put to the test as often as shown, and no story that breaks it was found. That is not a proof.",
      "- **observationally deterministic under all schedules within bounds**: of two runs that differ only in a secret, all pairs were visited that one schedule can lead to, and whoever must not tell them apart sees the same of both.",
      "- **untested**: nothing that happened put it to the test, so nothing is known.",
      "- **not applicable**: it cannot come up in this version, for the reason given.",
      "- **inconclusive**: the search was stopped before it found a break that was expected.",
      "- **truth gap**: what people are told is true of the wire and not of what lies behind it, and this was accepted for the reason given.",
    ].join("\n"),
  ].join("\n\n");

/** The table of all statements. */
export const ledgerSection = (
  { source, rows }: RunLedger,
  protocols: readonly RunProtocol[],
): string => {
  const names = protocols.filter(({ variant }) => !variant).map(({ name }) => name);
  const body = rows.map(
    ({ statement, says, checkedBy, status, truthGap, notYetChecked, notCheckable }) => [
      statement,
      says,
      checkedBy.join(", ") || "—",
      ...names.map((name) => statusWords(status[name] ?? "untested")),
      [
        truthGap && `truth gap accepted: ${truthGap.acceptedBecause}`,
        notYetChecked && `not yet checked: ${notYetChecked}`,
        notCheckable && `not checkable: ${notCheckable}`,
      ]
        .filter(Boolean)
        .join("; "),
    ],
  );
  return `## Every statement of the ${source}\n\n${table(["", "Statement", "Checked by", ...names, "Notes"], body)}`;
};

const protocolSection = (protocol: RunProtocol, run: RunReport): string => {
  const { name, says, assumptions, variant, invariants } = protocol;
  const shown = invariants.filter(({ verdict }) => !variant || verdict !== "untested");
  const rows = shown.map((invariant) => [
    invariant.id,
    sentence(invariant.says),
    comparesRuns(run, invariant.id) && invariant.verdict.includes("exhaustively")
      ? "observationally deterministic under all schedules within bounds"
      : statusWords(invariant.verdict),
    invariant.tested.toLocaleString("en"),
    invariant.scenarios.length === 0
      ? (invariant.because ?? "")
      : `${boundsWords(invariant.bounds)}; ${counted(invariant.scenarios.length, "scenario")}`,
  ]);
  const broken = run.traces.filter((trace) => trace.protocol === name);
  return [
    `## ${name}`,
    variant ? `${sentence(says)} A variant, made for single scenarios.` : sentence(says),
    table(["", "Promise", "Verdict", "Put to the test", "Within"], rows),
    ...broken.map((trace) => traceSection(trace, run)),
    ...(variant ? [] : coverageUnder(protocol)),
    ...(assumptions.length > 0
      ? ["### Taken for granted", assumptions.map((each) => `- ${each}`).join("\n")]
      : []),
  ].join("\n\n");
};

/** Whether an invariant is about two runs. */
const comparesRuns = ({ promises }: RunReport, id: string): boolean =>
  promises.some(({ invariants }) =>
    invariants.some((each) => each.id === id && each.pattern === "indistinguishable"),
  );

const traceSection = (trace: RunTrace, run: RunReport): string => {
  const { says, about, before, steps, ending, prevented, derivations, columns } = storyOf(
    run.promises,
    trace,
  );
  const { invariant, scenario, expected, because, token } = trace;
  return [
    `### ${invariant} is broken in ${scenario}${expected ? "" : " (unexpected)"}`,
    `> ${says}`,
    ...(because ? [`Expected: ${sentence(because)}`] : []),
    ...(about ? [`It is about ${about}.`] : []),
    ...(before.length > 0 ? [`Before the story: ${before.join("; ")}.`] : []),
    columns
      ? columnTable(columns)
      : steps
          .map(({ number, move, facts, changes, breaks, matters }) =>
            [
              `${number}. ${breaks ? "✗ " : ""}${matters ? move : `_${move}_ (did not matter)`}`,
              ...facts.map((fact) => `   - ${fact}`),
              ...changes.map((change) => `   - _${change}_`),
            ].join("\n"),
          )
          .join("\n"),
    ...(ending ? [`✗ ${ending}`] : []),
    ...(prevented ? [prevented] : []),
    ...derivations.flatMap(({ title, lines }) => [
      title,
      lines.map(({ depth, text }) => `${"  ".repeat(depth)}- ${text}`).join("\n"),
    ]),
    `${sentence(foundWords(trace))} Replay it:`,
    `\`\`\`sh\nsealcheck replay ${token}\n\`\`\``,
  ].join("\n\n");
};

const expectationSection = ({ tasks }: RunReport): string[] => {
  const rows = tasks.flatMap(({ scenario, protocol, invariants }) =>
    invariants
      .filter(({ met }) => met !== "met")
      .map(({ id, expected, verdict, met, about }) => [
        scenario,
        protocol,
        id,
        expected,
        statusWords(verdict),
        met === "insufficient" && about ? "insufficient: the scenario is about it" : met,
      ]),
  );
  return rows.length === 0
    ? []
    : [
        "## Not as expected",
        table(["Scenario", "Protocol", "Promise", "Expected", "Found", ""], rows),
      ];
};

const statusWords = (status: string): string =>
  ({ broken: "**broken**", notApplicable: "not applicable" })[status] ?? status;
