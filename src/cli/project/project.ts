import type { Ledger, Meanings, PrivacyPromise } from "../../promise/index.ts";
import { asDeclared, type Task } from "../../search/index.ts";
import type { Protocol, Scenario } from "../../world/index.ts";
import type { Folders } from "./config.ts";

/** A scenario under the name of its file. */
export interface NamedScenario {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Everything that a working directory declares, each in the order of its names. */
export interface Project {
  readonly folders: Folders;
  readonly protocols: readonly Protocol[];
  /** Those of the protocols that models declare; the others are variants, declared beside scenarios. */
  readonly versions: readonly Protocol[];
  readonly promises: readonly PrivacyPromise[];
  readonly scenarios: readonly NamedScenario[];
  readonly ledger: Ledger | undefined;
  /** What facts mean when versions are compared. */
  readonly meanings: Meanings | undefined;
  /** Of models and scenarios; absolute. */
  readonly sources: readonly string[];
}

/** What a thread needs to find a task in its own copy of the project. */
export interface TaskName {
  readonly scenario: string;
  readonly protocol: string;
}

export const nameOf = ({ scenarioName, protocol }: Task): TaskName => ({
  scenario: scenarioName,
  protocol: protocol.name,
});

/**
 * The promises that a scenario is judged by: its own, and those that are no other scenario's own. An attack that brings
 * promises brings the protocol that they are about, and is judged by them alone.
 */
export const promisesFor = (
  { scenarios, promises }: Pick<Project, "scenarios" | "promises">,
  scenario: Scenario,
): readonly PrivacyPromise[] => {
  if (scenario.attack && scenario.promises.length > 0) return scenario.promises;
  const owned = new Set(scenarios.flatMap((each) => each.scenario.promises));
  return promises.filter((each) => !owned.has(each) || scenario.promises.includes(each));
};

/** Every scenario under each of its protocols, with the adversary that it names, if any. */
export const tasksOf = (project: Pick<Project, "scenarios" | "promises">): Task[] =>
  project.scenarios.flatMap(({ name, scenario }) => {
    const promises = promisesFor(project, scenario);
    return scenario.protocols.map((protocol) =>
      asDeclared({ scenario, scenarioName: name, protocol, promises }),
    );
  });
