import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nothingAccepted, readAccepted, type Accepted } from "../gate/index.ts";
import { textIn } from "./files.ts";
import { asJson } from "./write-report.ts";

/** Where the acceptances of a project stand. */
export const acceptedFile = (reports: string): string => join(reports, "accepted.json");

/** What was accepted; nothing, where there is no such file. */
export const acceptedIn = (reports: string): Accepted => {
  const file = acceptedFile(reports);
  return existsSync(file) ? readAccepted(textIn(file) ?? "", file) : nothingAccepted;
};

export const writeAccepted = (reports: string, accepted: Accepted): string => {
  const file = acceptedFile(reports);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, asJson(accepted));
  return file;
};
