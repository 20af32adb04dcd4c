import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { noTeeth, readTeeth, type TeethFile } from "../gate/index.ts";
import { sourcesBelow, textIn } from "./files.ts";
import type { Folders } from "./project/config.ts";
import { mutantsBelow } from "./project/assemble.ts";
import { asJson } from "./write-report.ts";

/** Where it stands what mutants have shown. */
export const teethFile = (reports: string): string => join(reports, "mutants.json");

/** What mutants have shown; nothing, where there is no such file. */
export const teethIn = (reports: string): TeethFile => {
  const file = teethFile(reports);
  return existsSync(file) ? readTeeth(textIn(file) ?? "", file) : noTeeth;
};

export const writeTeeth = (reports: string, teeth: TeethFile): void => {
  const file = teethFile(reports);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, asJson(teeth));
};

/** The hash of the sabotages and accepted survivors that a project declares; "" where there are none. */
export const declaredHash = ({ models }: Folders): string => {
  const sources = sourcesBelow(models).filter((path) => path.startsWith(mutantsBelow));
  if (sources.length === 0) return "";
  const hash = createHash("sha256");
  for (const path of sources)
    hash.update(`${path}\0${readFileSync(join(models, path), "utf8").replaceAll("\r\n", "\n")}\0`);
  return hash.digest("hex");
};
