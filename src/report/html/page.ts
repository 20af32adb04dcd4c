import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { DifferencePage } from "../difference-report.ts";
import type { GatePage } from "../gate-report.ts";
import type { MutantsPage } from "../mutants-report.ts";
import type { RunExercise, RunReport, RunTrace } from "../run.ts";
import type { Scene, Scenes } from "../scenes.ts";
import { overviewOf } from "./overview.ts";
import { pack } from "./pack.ts";

/** What a page is made of. */
export interface PageParts {
  readonly run: RunReport;
  /** Undefined where nobody has them any more: then the page shows what the run itself tells. */
  readonly scenes: Scenes | undefined;
  /** What the gate says of the run, if it was asked. */
  readonly gate?: GatePage | undefined;
  /** What two versions differ in, if that was asked. */
  readonly difference?: DifferencePage | undefined;
  /** What the promises would have caught, if mutants were tried. */
  readonly mutants?: MutantsPage | undefined;
  /** The models with the engine, as a script; undefined where they do not travel with the page. */
  readonly explorer: string | undefined;
  /** The application: its script and its style sheet. */
  readonly script: string;
  readonly style: string;
}

/**
 * The report as one file that needs nothing else: no network, no server. Scripts run only if they are, byte for byte,
 * those whose hashes stand in its content security policy; data stand in compressed islands that are decoded once they
 * are asked for. The same parts make the same bytes.
 */
export const pageOf = ({
  run,
  scenes,
  gate,
  difference,
  mutants,
  explorer,
  script,
  style,
}: PageParts): string => {
  const overview = overviewOf(run);
  const { chunk } = overview.traces;
  const staged = run.traces.map((trace, at): CarriedTrace => ({
    ...lighter(trace),
    scene: scenes?.scenes[at],
    second: scenes?.seconds[at],
  }));
  const chunks = Array.from({ length: Math.ceil(staged.length / chunk) }, (_, at) =>
    staged.slice(at * chunk, (at + 1) * chunk),
  );
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy({ script, style, explorer })}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="generator" content="sealcheck ${attribute(run.version)}">`,
    "<title>Privacy promises · sealcheck</title>",
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    '<div id="app"><p class="loading">Opening the report …</p></div>',
    "<noscript><p>This report draws itself with a script that it carries along; it loads nothing. Please allow scripts, or read report.md beside it.</p></noscript>",
    island("overview", JSON.stringify(overview)),
    packedIsland("tasks", run.tasks),
    packedIsland("exercise", exerciseIn(run)),
    packedIsland("stages", scenes?.stages ?? []),
    packedIsland("machines", scenes?.machines ?? []),
    ...(gate ? [packedIsland("gate", gate)] : []),
    ...(difference ? [packedIsland("difference", difference)] : []),
    ...(mutants ? [packedIsland("mutants", mutants)] : []),
    ...(explorer === undefined ? [] : [island("explorer", explorer)]),
    `<script>${script}</script>`,
    // Behind the script, so that the first screen stands before the last story was read.
    ...chunks.map((traces, at) => packedIsland(`traces-${at}`, traces)),
    "</body>",
    "</html>",
    "",
  ].join("\n");
};

const policy = ({ script, style, explorer }: Pick<PageParts, "script" | "style" | "explorer">) =>
  [
    "default-src 'none'",
    `script-src ${[script, ...(explorer === undefined ? [] : [explorer])].map(hashOf).join(" ")}`,
    `style-src ${hashOf(style)}`,
    // Diagrams are drawn to pictures for whoever wants to take one along.
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A trace as a page carries it: without what follows from the rest of it. */
export interface CarriedTrace extends Omit<RunTrace, "moves" | "token"> {
  readonly scene: Scene | undefined;
  /** Of the second run, where two are compared. */
  readonly second: Scene | undefined;
}

const lighter = ({
  moves: _moves,
  token: _token,
  ...rest
}: RunTrace): Omit<RunTrace, "moves" | "token"> => rest;

/** How often everything came up, apart from what is told of it on every page. */
const exerciseIn = ({ coverage: { parts, facts, monitors } }: RunReport): RunExercise => ({
  parts,
  facts,
  monitors,
});

const packedIsland = (name: string, value: object): string =>
  island(name, JSON.stringify(pack(value)));

/** A text, compressed, in a form that cannot end the element which holds it. */
const island = (name: string, text: string): string =>
  `<script type="text/plain" id="island-${name}">${deflateRawSync(text, { level: 9 }).toString("base64")}</script>`;

const attribute = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
