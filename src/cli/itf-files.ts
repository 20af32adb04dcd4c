import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { Mistake } from "../mistake.ts";
import { itfOf, type RunReport } from "../report/index.ts";
import { asJson } from "./write-report.ts";

const placeholder = "{trace}";

/**
 * Writes every trace of a report in ITF, and answers the files. In the name that was asked for, `{trace}` stands for
 * the key of each trace. A name without it is that of the only trace; where there are more, they are numbered before
 * the first dot, as Quint does.
 */
export const writeItf = (asked: string, run: RunReport): string[] =>
  inOneRun(run).map((trace, at, traces) => {
    const file = asked.includes(placeholder)
      ? asked.replaceAll(placeholder, trace.key)
      : traces.length === 1
        ? asked
        : numbered(asked, at + 1);
    writeSpeaking(file, asJson(itfOf(run, trace)));
    return file;
  });

/** The format knows one run at a time. */
const inOneRun = ({ traces }: RunReport): RunReport["traces"] => traces.filter(({ pair }) => !pair);

/** What is said of the files that were written. */
export const itfLine = (files: readonly string[], { traces }: RunReport): string => {
  const [first, ...rest] = files;
  if (first === undefined)
    return traces.length > 0
      ? "itf: what is broken takes two runs side by side, and the format knows one"
      : "itf: nothing is broken, so there is no trace to write";
  const last = rest.at(-1);
  return last === undefined ? `itf: ${first}` : `itf: ${files.length} files, ${first} … ${last}`;
};

/** Throws a {@link Mistake} about a name that no trace could be written to, before anything is searched. */
export const mustNameItfFiles = (asked: string): void => {
  const isFolder = statSync(asked, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (asked !== "" && !asked.endsWith("/") && !isFolder) return;
  throw new Mistake({
    what: `--itf wants the name of a file, and "${asked}" is ${asked === "" ? "empty" : "a folder"}`,
    why: `every trace becomes a file of its own; ${placeholder} in the name stands for the trace`,
    todo: `for example --itf ${join(asked, `${placeholder}.itf.json`)}`,
  });
};

const numbered = (file: string, number: number): string => {
  const name = basename(file);
  const stem = extname(name) === "" ? name : name.slice(0, name.indexOf(".", 1));
  return join(dirname(file), `${stem}${number}${name.slice(stem.length)}`);
};

const writeSpeaking = (file: string, text: string): void => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new Mistake({
      what: `the trace cannot be written to ${file}`,
      why: error instanceof Error ? error.message : String(error),
      todo: "name a file that can be written; the report itself is complete",
    });
  }
};
