import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { Mistake } from "../mistake.ts";
import { fromFolder } from "./files.ts";
import { annotationsOf, formats, type Format, type Showing } from "../report/formats/index.ts";

/** In which formats a run is written beside its report, and to which files. */
export interface FormatFiles {
  readonly files: Readonly<Partial<Record<Format, string>>>;
  /** Whether to speak to GitHub: annotate lines, and write the summary of the step. */
  readonly github: boolean;
  /** The revision since which lines count as changed; breaks are shown at these. */
  readonly since?: string | undefined;
}

/** Where a project lies in what a CI system has checked out; "" where there is none, or it lies elsewhere. */
export const belowRepository = (env: NodeJS.ProcessEnv, project: string): string => {
  const top = env["GITHUB_WORKSPACE"] ?? env["CI_PROJECT_DIR"];
  if (!top) return "";
  const below = fromFolder(resolve(top), project);
  return below === "." || isAbsolute(below) ? "" : below;
};

/** Writes a run in all formats that were asked for; answers a line for each file. */
export const writeFormats = (
  { files, github }: FormatFiles,
  showing: Showing,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): string[] => {
  const written = Object.entries(files) as [Format, string][];
  for (const [format, file] of written)
    speaking(format, file, () => write(file, formats[format](showing)));
  if (github) {
    for (const line of annotationsOf(showing)) say(line);
    const summary = env["GITHUB_STEP_SUMMARY"];
    if (summary)
      speaking("summary", summary, () => appendFileSync(summary, formats.summary(showing)));
  }
  return written.map(([format, file]) => `${format}: ${file}`);
};

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const speaking = (format: string, file: string, act: () => void): void => {
  try {
    act();
  } catch (error) {
    throw new Mistake({
      what: `${format} cannot be written to ${file}`,
      why: error instanceof Error ? error.message : String(error),
      todo: "name a file that can be written; the report itself is complete",
    });
  }
};
