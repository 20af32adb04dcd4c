import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import { ExitCode } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import { onInterrupt } from "../interrupt.ts";
import { outputFor, type Output } from "../output.ts";
import { nothingSearched } from "../nothing-searched.ts";
import { explorerPage, served } from "../page/index.ts";
import { select, type Project } from "../project/index.ts";
import { attempt, attemptAsync, theProject } from "./attempt.ts";

export interface ExploreOptions {
  readonly scenario: string | undefined;
  readonly protocol: string | undefined;
  /** 0: any that is free. */
  readonly port: number;
}

/** Serves the page on this machine alone, opened where a scenario begins, until somebody interrupts it. */
export const exploreCommand = (
  options: ExploreOptions,
): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const output = outputFor({ json: false });
      const project = yield* theProject;
      const place = yield* attempt(() => placeOf(project, options));
      const page = yield* attemptAsync(() => explorerPage(project, nothingSearched(project)));
      const server = yield* attemptAsync(() => served(page, options.port));
      tell(output, `${server.address}${place}`);
      const stopped = Promise.withResolvers<void>();
      yield* onInterrupt(() => stopped.resolve());
      yield* attemptAsync(() => stopped.promise);
      yield* attemptAsync(server.close);
      return ExitCode.ok;
    }),
  );

const tell = ({ told, style }: Output, address: string): void =>
  told(`explore: ${style.bold(address)}`, style.dim("Ctrl-C ends it"));

/** The part of the address after which the page opens where a scenario begins. */
const placeOf = (project: Project, { scenario, protocol }: ExploreOptions): string => {
  if (scenario === undefined) return "#/explore";
  const [task] = select(project, { scenarios: [scenario], protocol });
  return task
    ? `#/explore/${encodeURIComponent(task.scenarioName)}/${encodeURIComponent(task.protocol.name)}`
    : "#/explore";
};
