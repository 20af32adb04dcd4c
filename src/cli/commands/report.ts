import * as Effect from "effect/Effect";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Mistake } from "../../mistake.ts";
import { ExitCode, type MutantsPage, type RunReport } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder } from "../files.ts";
import { outputFor } from "../output.ts";
import { mutantsOf, pageBeside } from "../page/index.ts";
import { foldersOf } from "../project/config.ts";
import { teethFile } from "../teeth-file.ts";
import { attempt } from "./attempt.ts";

/** Makes the page of a run again, from its `run.json` and what lies beside it. */
export const reportCommand = (options: {
  readonly run: string;
}): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const output = outputFor({ json: false });
    const page = yield* attempt(() =>
      pageBeside(options.run, (run) => mutantsBeside(options, run)),
    );
    output.told(`report: ${fromFolder(process.cwd(), page)}`);
    return ExitCode.ok;
  });

/** What the project knows of mutants, if the report is one of its own. */
const mutantsBeside = (
  { run: file }: { readonly run: string },
  { modelHash }: RunReport,
): MutantsPage | undefined => {
  const reports = dirname(dirname(resolve(file)));
  if (!existsSync(teethFile(reports))) return undefined;
  const folders = foldersOf(process.cwd());
  return folders.reports === reports ? mutantsOf(folders, modelHash) : undefined;
};
