import { foundWords } from "./found-words.ts";
import type { RunReport, RunTrace } from "./run.ts";
import { storyOf, type Story } from "./story.ts";
import { columnLines } from "./terminal-pair.ts";
import type { Style } from "./terminal-style.ts";
import { wrapped } from "./terminal-wrap.ts";
import { sentence } from "./words.ts";

/** A story in full: what was promised, every step with what came of it, and how the reader came to know. */
export const storyLines = (story: Story, style: Style): string[] => {
  const { says, about, before, steps, ending, prevented, derivations, columns } = story;
  const wrap = (text: string, margin: number, hanging = 0): string[] =>
    wrapped(text, style.width - margin, hanging).map((line) => " ".repeat(margin) + line);
  const digits = String(steps.length).length;
  return [
    ...wrap(says, 2),
    ...(about ? wrap(`It is about ${about}.`, 2) : []),
    ...(before.length > 0 ? wrap(`Before it: ${before.join("; ")}.`, 2) : []),
    ...(columns ? columnLines(columns, style) : []),
    ...(columns ? [] : steps).flatMap(({ number, move, facts, changes, breaks, matters }) => [
      ...wrapped(`${String(number).padStart(digits)}  ${move}`, style.width - 4, digits + 2).map(
        (line, at) =>
          `${at === 0 && breaks ? style.breaks : " "}   ${matters ? line : style.dim(line)}`,
      ),
      ...facts.flatMap((fact) => wrap(fact, digits + 8, 2)),
      ...changes.flatMap((change) => wrap(change, digits + 8, 2).map(style.dim)),
    ]),
    ...(ending
      ? wrapped(ending, style.width - 4).map(
          (line, at) => `${at === 0 ? style.breaks : " "}   ${line}`,
        )
      : []),
    ...(prevented ? wrap(prevented, 2) : []),
    ...derivations.flatMap(({ title, lines }) => [
      ...wrap(title, 2),
      ...lines.flatMap(({ depth, text }) => wrap(text, 4 + 2 * depth, 2)),
    ]),
  ];
};

/** A break that nobody expected, in full. The replay command is never cut. */
export const breakLines = (trace: RunTrace, run: RunReport, style: Style): string[] => {
  const { invariant, scenario, protocol, token } = trace;
  return [
    "",
    `${style.bold(invariant)}  ${style.bad("broken")} in ${scenario} under ${protocol}`,
    ...storyLines(storyOf(run.promises, trace), style),
    `  ${foundWords(trace)}`,
    `  replay: sealcheck replay ${token}`,
  ];
};

/** One story that breaks what it was expected to break: what, the moves alone, and why it was expected. */
export const expectedBreakLines = (
  traces: readonly RunTrace[],
  run: RunReport,
  style: Style,
): string[] => {
  const first = traces[0]!;
  const { steps, ending, prevented } = storyOf(run.promises, first);
  const ids = traces.map(({ invariant }) => invariant).join(", ");
  const reasons = new Set(traces.flatMap(({ because }) => (because ? [sentence(because)] : [])));
  return [
    "",
    `${style.bold(ids)}  broken, as expected, in ${first.scenario} under ${first.protocol}`,
    ...traces.flatMap((trace) =>
      wrapped(storyOf(run.promises, trace).says, style.width - 2).map(indented),
    ),
    ...steps.flatMap(({ number, move, breaks, matters }) =>
      wrapped(`${String(number).padStart(2)}  ${move}`, style.width - 4, 4).map((line, at) =>
        at === 0 && breaks
          ? `${style.breaks}   ${line}`
          : `    ${matters ? line : style.dim(line)}`,
      ),
    ),
    ...(ending ? wrapped(ending, style.width - 2).map(indented) : []),
    ...(prevented ? wrapped(prevented, style.width - 2).map(indented) : []),
    ...[...reasons].flatMap((why) => wrapped(`expected: ${why}`, style.width - 2, 2).map(indented)),
    `  replay: sealcheck replay ${first.token}`,
  ];
};

const indented = (line: string): string => `  ${line}`;
