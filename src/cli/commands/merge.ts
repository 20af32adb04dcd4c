import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import type { ExitCode } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import type { FormatFiles } from "../format-files.ts";
import { outputFor } from "../output.ts";
import { mergedShards, readShards } from "../shards.ts";
import { attempt, theProject } from "./attempt.ts";
import { reported, Stop } from "./searching.ts";

export interface MergeOptions {
  readonly formats: FormatFiles;
  readonly json: boolean;
  readonly color: boolean | undefined;
}

/** Makes of all shards of a search the report that it would have had, had nobody split it. */
export const mergeCommand = (
  options: MergeOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const output = outputFor(options);
    const project = yield* theProject;
    const files = yield* attempt(() => readShards(project));
    const searched = yield* attempt(() => mergedShards(project, files));
    const { seed, runs, whole } = files[0]!;
    return yield* reported(
      { ...options, seed, runs, workers: files.length, itf: undefined },
      { project, output, stop: new Stop() },
      { searched, leftOut: [], whole },
    );
  });
