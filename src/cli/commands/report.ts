import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import { ExitCode } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder } from "../files.ts";
import { outputFor } from "../output.ts";
import { pageBeside } from "../page/index.ts";
import { attempt } from "./attempt.ts";

/** Makes the page of a run again, from its `run.json` and what lies beside it. */
export const reportCommand = (options: {
  readonly run: string;
}): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const output = outputFor({ json: false });
    const page = yield* attempt(() => pageBeside(options.run));
    output.told(`report: ${fromFolder(process.cwd(), page)}`);
    return ExitCode.ok;
  });
