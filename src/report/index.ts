export { attackersLines, isAsPermitted } from "./attackers-words.ts";
export { attackLines, attackRows, type AttackSaid } from "./attacks.ts";
export { aboutOf, buildReport } from "./build.ts";
export { ExitCode, exitCodeOf } from "./exit-code.ts";
export { itfOf, traceInItf } from "./itf.ts";
export { scenarioParagraphs } from "./explain-scenario.ts";
export { markdownOf } from "./markdown.ts";
export { matrixMarkdown } from "./markdown-matrix.ts";
export { matrixExitCode } from "./matrix-words.ts";
export type { Account, TaskMaterial } from "./material.ts";
export type * from "./difference-report.ts";
export { better, outcomeOf, witnessesIn, worse } from "./difference-report.ts";
export type * from "./gate-report.ts";
export type * from "./mutants-report.ts";
export type * from "./verdict-difference.ts";
export type { RunBounds, RunReport, RunTask, RunTrace, Standing, StateChange } from "./run.ts";
export type { Verdict } from "./verdict.ts";
export { storyOf, type Story } from "./story.ts";
export {
  exercised,
  measured,
  tableWarnings,
  type TaskTelemetry,
  type Telemetry,
} from "./telemetry.ts";
export {
  exhaustiveHeaderLine,
  failureLines,
  headerLine,
  lastLine,
  openLines,
  summaryLines,
  taskLines,
} from "./terminal-run.ts";
export { matrixLines, mutantsHeaderLine } from "./terminal-matrix.ts";
export { storyLines } from "./terminal-story.ts";
export { styleFor, type Style } from "./terminal-style.ts";
export { sequenceLines } from "./terminal-sequence.ts";
export { wrapped } from "./terminal-wrap.ts";
export { counted, listed, sentence, words } from "./words.ts";
export { taskOf } from "./build-task.ts";
export { promisesTold } from "./promises-told.ts";
export type * from "./scenes.ts";
