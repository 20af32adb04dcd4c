import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { noTeeth, readTeeth, type TeethFile } from "../gate/index.ts";
import { sourcesBelow, textIn } from "./files.ts";
import type { Folders } from "./project/config.ts";
import { mutantsBelow } from "./project/assemble.ts";

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
  writeFileSync(file, `${inLines(teeth, linesDeep)}\n`);
};

/** Below it everything stands on one line: each mutant on its own, so that a change of one is a change of one line. */
const linesDeep = 4;

/** Data as JSON in which everything that lies deep enough stands on one line. */
const inLines = (value: unknown, deep: number, indent = ""): string => {
  if (deep === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const items = Object.entries(value).map(
    ([key, each]) =>
      `${inner}${isList ? "" : `${JSON.stringify(key)}: `}${inLines(each, deep - 1, inner)}`,
  );
  const [open, close] = isList ? "[]" : "{}";
  return items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.join(",\n")}\n${indent}${close}`;
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
