import * as Effect from "effect/Effect";
import { Mistake } from "../../mistake.ts";
import { paragraph, promiseParagraphs } from "../../promise/index.ts";
import { ExitCode, scenarioParagraphs, wrapped } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import { outputFor } from "../output.ts";
import { unknown, type Project } from "../project/index.ts";
import { attempt, theProject } from "./attempt.ts";

/** Explains a promise, an invariant or a scenario in paragraphs that somebody who does not program can sign. */
export const explainCommand = (options: {
  readonly name: string;
}): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const output = outputFor({ json: false });
    const project = yield* theProject;
    const paragraphs = yield* attempt(() => explained(project, options.name));
    output.told(
      paragraphs.map((each) => wrapped(each, output.style.width).join("\n")).join("\n\n"),
    );
    return ExitCode.ok;
  });

const explained = ({ promises, scenarios }: Project, name: string): readonly string[] => {
  const promise = promises.find(({ id }) => id === name);
  if (promise) return promiseParagraphs(promise);
  const invariants = promises.flatMap((each) => each.invariants);
  const invariant = invariants.find(({ id }) => id === name);
  if (invariant) return [paragraph(invariant)];
  const named = scenarios.find((each) => each.name === name);
  if (!named)
    throw unknown("promise, invariant or scenario", name, [
      ...promises.map(({ id }) => id),
      ...invariants.map(({ id }) => id),
      ...scenarios.map((each) => each.name),
    ]);
  const { scenario } = named;
  const owners = scenario.protocols.flatMap((protocol) =>
    protocol.compose(scenario.cast).parts.map(({ owner }) => owner),
  );
  return scenarioParagraphs(scenario, [...new Set(owners)].toSorted());
};
