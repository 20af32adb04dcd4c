import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { markdownOf, type RunReport, type Telemetry } from "../report/index.ts";

export const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Writes a file below a folder, which is made if it is not there; answers where it is. */
export const writeFileIn = (folder: string, file: string, text: string): string => {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

/**
 * Writes the report of a run into `latest` below the folder for reports, in place of the one before. Answers where
 * that is; its page is still the old one.
 */
export const writeReport = (reports: string, run: RunReport, telemetry: Telemetry): string => {
  const folder = join(reports, "latest");
  const write = (file: string, text: string): string => writeFileIn(folder, file, text);
  rmSync(join(folder, "traces"), { recursive: true, force: true });
  for (const trace of run.traces) write(`traces/${trace.key}.json`, asJson(trace));
  write("run.json", asJson(run));
  write("telemetry.json", asJson(telemetry));
  write("report.md", markdownOf(run));
  return folder;
};
