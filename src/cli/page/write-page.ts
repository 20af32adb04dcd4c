import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Mistake } from "../../mistake.ts";
import type {
  DifferencePage,
  GatePage,
  MutantsPage,
  RunReport,
  Scenes,
} from "../../report/index.ts";
import { pageOf } from "../../report/html/index.ts";
import { textIn } from "../files.ts";
import { nothingSearched } from "../nothing-searched.ts";
import type { Project } from "../project/index.ts";
import { application } from "./application.ts";
import { explorerScript } from "./explorer-script.ts";
import { scenesOf } from "./scenes-of.ts";

/** Files beside `run.json` that let the page be made again without the models. */
const files = {
  scenes: "scenes.json",
  gate: "gate.json",
  difference: "difference.json",
  mutants: "teeth.json",
  explorer: "explorer.js",
} as const;

/** What else a page may tell beside its run. */
export interface Telling {
  readonly gate?: GatePage | undefined;
  readonly difference?: DifferencePage | undefined;
  readonly mutants?: MutantsPage | undefined;
}

/** Where the page of a report lies in its folder. */
export const pageIn = (folder: string): string => join(folder, "index.html");

/**
 * Writes the page of a run that lies in a folder, with what it needs to be made again; answers where it is. What is
 * missing on this machine, such as a bundler, is missing in the page.
 */
export const writePage = async (
  project: Project,
  folder: string,
  telling: Telling = {},
): Promise<string> => {
  const text = textOf(join(folder, "run.json"));
  const run = JSON.parse(text) as RunReport;
  const of = hashOf(text);
  const scenes = await scenesOf(project, run, of);
  const explorer = await explorerIfAny(project, scenes);
  writeFileSync(join(folder, files.scenes), JSON.stringify(scenes));
  writeFileSync(join(folder, files.explorer), explorer ?? "");
  for (const name of ["gate", "difference", "mutants"] as const) {
    const place = join(folder, files[name]);
    // What an earlier search told is none of this one's.
    if (!telling[name]) rmSync(place, { force: true });
    else writeFileSync(place, JSON.stringify({ of, ...telling[name] }));
  }
  return written(folder, pageOf({ run, scenes, ...telling, explorer, ...application() }));
};

/** A page without the models is still a report; `sealcheck explore` says why they are missing. */
const explorerIfAny = async (project: Project, scenes: Scenes): Promise<string | undefined> => {
  try {
    return await explorerOf(project, scenes);
  } catch (error) {
    if (error instanceof Mistake) return undefined;
    throw error;
  }
};

const explorerOf = (project: Project, { machines }: Pick<Scenes, "machines">): Promise<string> =>
  explorerScript(
    project,
    machines.map(({ kind }) => kind),
  );

const written = (folder: string, page: string): string => {
  const path = pageIn(folder);
  writeFileSync(path, page);
  return path;
};

/** A page that is there to explore the models, with no run behind it. */
export const explorerPage = async (project: Project, run: RunReport): Promise<string> => {
  const scenes = await scenesOf(project, run, "");
  const explorer = await explorerOf(project, scenes);
  return pageOf({ run, scenes, explorer, ...application() });
};

/**
 * Puts what mutants have shown on the page of the run that lies in a folder, or on one that tells of nothing else where
 * there is none; answers where it is.
 */
export const pageWithMutants = async (
  project: Project,
  folder: string,
  mutants: MutantsPage | undefined,
): Promise<string> => {
  const file = join(folder, "run.json");
  const text = textIn(file);
  if (text !== undefined) {
    writeFileSync(join(folder, files.mutants), JSON.stringify({ of: hashOf(text), ...mutants }));
    return pageBeside(file);
  }
  const run = nothingSearched(project);
  const scenes = await scenesOf(project, run, "");
  const explorer = await explorerIfAny(project, scenes);
  return written(folder, pageOf({ run, scenes, mutants, explorer, ...application() }));
};

/**
 * Makes the page of a `run.json` from it and what lies beside it, and puts it there; answers where it is. Of mutants it
 * tells what it told before, or else what others know.
 */
export const pageBeside = (
  file: string,
  knownMutants: (run: RunReport) => MutantsPage | undefined = () => undefined,
): string => {
  const text = textOf(file);
  const run = runIn(file, text);
  const folder = dirname(file);
  const beside = (name: keyof typeof files): unknown =>
    belonging(join(folder, files[name]), hashOf(text));
  return written(
    folder,
    pageOf({
      run,
      scenes: beside("scenes") as Scenes | undefined,
      gate: beside("gate") as GatePage | undefined,
      difference: beside("difference") as DifferencePage | undefined,
      mutants: (beside("mutants") as MutantsPage | undefined) ?? knownMutants(run),
      explorer: textIn(join(folder, files.explorer)) || undefined,
      ...application(),
    }),
  );
};

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const textOf = (file: string): string => {
  const text = textIn(file);
  if (text !== undefined) return text;
  throw new Mistake({
    what: `there is no file ${file}`,
    why: "a page is made of the run.json that a search has written",
    todo: "sealcheck run writes reports/latest/run.json",
  });
};

const runIn = (file: string, text: string): RunReport => {
  try {
    const run = JSON.parse(text) as RunReport;
    if (run.schema === "sealcheck.run/1") return run;
  } catch {
    // Said below, as of every other file that is none.
  }
  throw new Mistake({
    what: "this file is not the report of a run",
    where: { file, line: 1 },
    why: 'one is JSON and begins with "schema": "sealcheck.run/1"',
    todo: "name the run.json that a search has written",
  });
};

/** What lies beside a run and was made of it; undefined where nothing does. */
const belonging = (file: string, hash: string): unknown => {
  const text = textIn(file);
  if (text === undefined) return undefined;
  const { of, ...told } = JSON.parse(text) as { readonly of: string };
  if (of === hash) return told;
  throw new Mistake({
    what: "this file belongs to another run",
    where: { file, line: 1 },
    why: "it was made of another run.json than the one beside it",
    todo: "take both from the same run, or remove this file",
  });
};
