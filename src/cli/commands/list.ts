import * as Effect from "effect/Effect";
import type { Mistake } from "../../mistake.ts";
import { ExitCode, wrapped } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import { outputFor, type Output } from "../output.ts";
import type { Project } from "../project/index.ts";
import { searchedHash } from "../result-cache.ts";
import { asJson } from "../write-report.ts";
import { theProject } from "./attempt.ts";

/** Shows what the project declares: scenarios, protocols, promises. */
export const listCommand = (options: {
  /** Only the hash under which results are kept. */
  readonly hash: boolean;
  readonly json: boolean;
  readonly color: boolean | undefined;
}): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.map(theProject, (project) => {
    const output = outputFor(options);
    if (options.hash) output.out(searchedHash(project));
    else if (options.json) output.out(asJson(listed(project)).trimEnd());
    else output.told(...lines(project, output));
    return ExitCode.ok;
  });

const listed = ({ scenarios, protocols, promises }: Project): unknown => ({
  scenarios: scenarios.map(({ name, scenario }) => ({
    name,
    says: scenario.says,
    protocols: scenario.protocols.map((protocol) => protocol.name),
  })),
  protocols: protocols.map(({ name, says }) => ({ name, says })),
  promises: promises.map(({ id, title, says, source, kind, invariants }) => ({
    id,
    title,
    says,
    source,
    kind,
    invariants: invariants.map((invariant) => ({ id: invariant.id, says: invariant.says })),
  })),
});

const lines = ({ scenarios, protocols, promises }: Project, { style }: Output): string[] => {
  const entry = (name: string, text: string, margin: number): string[] =>
    wrapped(`${style.bold(name)}  ${text}`, style.width - margin, 2).map(
      (line) => " ".repeat(margin) + line,
    );
  return [
    "scenarios",
    ...scenarios.flatMap(({ name, scenario }) =>
      entry(
        name,
        `${scenario.says} (${scenario.protocols.map((protocol) => protocol.name).join(", ")})`,
        2,
      ),
    ),
    "",
    "protocols",
    ...protocols.flatMap(({ name, says }) => entry(name, says, 2)),
    "",
    "promises",
    ...promises.flatMap(({ id, title, invariants }) => [
      ...entry(id, title, 2),
      ...invariants.flatMap((invariant) => entry(invariant.id, invariant.says, 4)),
    ]),
  ];
};
