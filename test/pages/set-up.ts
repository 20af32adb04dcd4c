import { cpSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startSealcheck } from "../cli/sealcheck.ts";
import { root } from "../imports.ts";
import { userProject, type UserProject } from "../user-project.ts";
import { startBrowser } from "./browser.ts";

/** What every test of pages is given. */
declare module "vitest" {
  interface ProvidedContext {
    /** Where the one browser of all tests listens. */
    readonly browser: string;
    /** The folder of a report on models of this repository. */
    readonly messenger: string;
    /** The folder of a report on a user's own project. */
    readonly library: string;
    /** The folder of a comparison of two versions of this repository, of one of which not every state is visited. */
    readonly difference: string;
  }
}

/** Starts the browser and makes the reports that are looked at, all once. */
const setUp = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const [messenger, library] = [userProject(), userProject()];
  for (const part of ["models", "scenarios"])
    cpSync(join(root, part), join(messenger.folder, part), { recursive: true });
  cpSync(join(root, "test/cli/library"), library.folder, { recursive: true });
  const [browser, ofMessenger, [ofLibrary, difference]] = await Promise.all([
    startBrowser(),
    reportOf(messenger, ...told),
    reportOf(library).then(async (report) => [report, await differenceOf(messenger)] as const),
  ]);
  provide("browser", browser.wsEndpoint());
  provide("messenger", ofMessenger);
  provide("library", ofLibrary);
  provide("difference", difference);
  return async () => {
    await browser.close();
    messenger[Symbol.dispose]();
    library[Symbol.dispose]();
  };
};

export default setUp;

/** Scenarios with a story of each kind: who reads what they must not, who acts as they must not, and two runs. */
const told = ["flip-in-flight", "restored-hosting", "two-runs/whatever-the-terms"];

const reportOf = async (project: UserProject, ...scenarios: readonly string[]): Promise<string> => {
  // What the scenarios expect is not at stake here; so few runs may not find it.
  await command(project, [0, 1, 3], "run", ...scenarios, "--runs", "400", "--workers", "1");
  return join(project.folder, "reports/latest");
};

const differenceOf = async (project: UserProject): Promise<string> => {
  const effort = ["--states", "4000", "--runs", "200", "--workers", "1"];
  await command(project, [1], "diff", "strict", "announced-2021", "old-client", ...effort);
  return join(project.folder, "reports/difference");
};

const command = async (
  { folder }: UserProject,
  statuses: readonly number[],
  ...args: readonly string[]
): Promise<void> => {
  const { status, err } = await startSealcheck(folder, args).ended;
  if (!statuses.includes(status ?? -1)) throw new Error(err);
};
