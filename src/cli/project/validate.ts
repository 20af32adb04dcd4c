import { Mistake, type Place } from "../../mistake.ts";
import type { Ledger } from "../../promise/index.ts";
import {
  adversariesOf,
  impossibleIn,
  searchChunk,
  selfTest,
  underName,
  worldOf,
  type Task,
} from "../../search/index.ts";
import { takers, type Composition, type World } from "../../world/index.ts";
import { InternalError } from "../failure.ts";
import { textIn } from "../files.ts";
import { suggestion } from "../nearest.ts";
import { mistakeOf } from "./blame.ts";
import { promisesFor, tasksOf, type Project } from "./project.ts";

/** Enough random runs to reach what a model gets wrong in its first few steps. */
const probeRuns = 24;

/** Moves that are also made on live actors, which see what tables cannot: that somebody sends what they do not have. */
const probeSteps = 30;

/** Facts that the engine states by itself. */
const engineFacts = [
  "learned",
  "stored",
  "erased",
  "disclosed",
  "dropped",
  "unsent",
  "interrupted",
  "corrupted",
  "breached",
];

/**
 * Everything that is wrong with the selected tasks as far as it shows before the search: names that lead nowhere,
 * promises about facts that nobody states, worlds that cannot be made, models that fail in their first steps.
 */
export const validate = (project: Project, tasks: readonly Task[]): Mistake[] => {
  const names = misnamed(project, tasks);
  const worlds = once(
    tasks.flatMap((task) =>
      attempt(task, () => {
        probe(task);
        if (isDeclared(project, task)) mustBeOpen(task);
      }),
    ),
  );
  return [...names, ...worlds, ...(worlds.length === 0 ? unstated(project) : [])];
};

/** Names of the selected tasks, the protocols and the ledger that lead nowhere. No world is made for it. */
export const misnamed = (project: Project, tasks: readonly Task[]): Mistake[] => [
  ...project.scenarios.flatMap(({ scenario, name }) =>
    tasks.some(({ scenarioName }) => scenarioName === name) ? namesIn(project, name, scenario) : [],
  ),
  ...project.protocols.flatMap((protocol) =>
    Object.keys(protocol.notApplicable).flatMap((id) =>
      unknownId(project, id, `protocol "${protocol.name}" says that`, protocol.place),
    ),
  ),
  ...(project.ledger ? ledgerIds(project, project.ledger) : []),
];

/** A model's mistake shows in every scenario that uses it; the first at each place is enough. */
const once = (mistakes: readonly Mistake[]): Mistake[] => {
  const told = new Set<string>();
  return mistakes.filter(({ message, text: { where } }) => {
    const key = where ? `${where.file}:${where.line}` : message;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
};

const attempt = (task: Task, make: () => void): Mistake[] => {
  try {
    make();
    return [];
  } catch (error) {
    const mistake = mistakeOf(error, task);
    if (mistake) return [mistake];
    throw error;
  }
};

const probe = (task: Task): void => {
  const world = worldOf(task);
  mustBePossible(task, world);
  searchChunk(task, { seed: 0, index: 0, firstRun: 1, runs: probeRuns }, world);
  const { differences } = selfTest(task, { seed: 0, steps: probeSteps });
  if (differences.length > 0)
    throw new InternalError(`tables and live actors differ: ${differences.join("\n")}`);
};

/** Whether the scenario itself names the adversary, and nobody else has switched one on. */
const isDeclared = ({ scenarios }: Project, { scenarioName, scenario }: Task): boolean =>
  scenarios.find(({ name }) => name === scenarioName)?.scenario.adversary === scenario.adversary;

/** Where nobody says what they take, nothing is made up, and whatever holds under attack holds for no reason. */
const mustBeOpen = ({ protocol, scenario }: Task): void => {
  const composition = protocol.compose(scenario.cast);
  const one = composition.adversaries.find(({ name }) => name === scenario.adversary);
  if (!one?.may.includes("inject") || takers(one, composition).length > 0) return;
  throw new Mistake({
    what: `${one.name} may inject, and nobody whom they reach under ${protocol.name} says what they take`,
    where: one.place,
    why: "messages are made up only for inputs that a part declares under accepts, so that nothing is tried",
    todo: 'declare accepts: { "net.…": () => a pattern } where they arrive, or take "inject" out of may',
  });
};

/** A frozen story that cannot happen any more would be tried in vain, and nobody would notice. */
const mustBePossible = ({ scenario, scenarioName, protocol }: Task, world: World): void => {
  for (const moves of scenario.examples[protocol.name] ?? []) {
    const impossible = impossibleIn(world, moves);
    if (!impossible) continue;
    const { move, offered } = impossible;
    throw new Mistake({
      what: `an example of scenario "${scenarioName}" wants "${move}", which is not possible there under ${protocol.name}`,
      where: lineOf(move, scenario.place),
      why: suggestion(move, offered),
      todo: "correct the move; or leave the example out, if the protocol does not allow it any more",
    });
  }
};

/** The line on which a declaration says something, as far as it says so in these very words. */
const lineOf = (words: string, place: Place | undefined): Place | undefined => {
  if (!place) return undefined;
  const lines = (textIn(place.file) ?? "").split("\n");
  const at = lines.findIndex((line, index) => index >= place.line - 1 && line.includes(words));
  return at < 0 ? place : { ...place, line: at + 1 };
};

const namesIn = (project: Project, name: string, scenario: Task["scenario"]): Mistake[] => {
  const { expects, about, examples, protocols, place } = scenario;
  const spoken = [...Object.keys(expects), ...Object.keys(examples)];
  // Who may attack is known only once the cast is composed.
  const known = protocols.flatMap((protocol) => [
    protocol.name,
    ...(spoken.some((each) => each.startsWith(underName(protocol.name, "")))
      ? adversariesOf({ protocol, scenario }).map((one) => underName(protocol.name, one.name))
      : []),
  ]);
  const here = `scenario "${name}"`;
  const judging = { promises: promisesFor(project, scenario) };
  return [
    ...spoken
      .filter((protocol) => !known.includes(protocol))
      .map((protocol) =>
        nowhere(`${here} speaks of protocol "${protocol}"`, protocol, known, place),
      ),
    ...about.flatMap((id) => unknownId(judging, id, `${here} is about`, place)),
    ...Object.values(expects)
      .flatMap((ofProtocol) => Object.keys(ofProtocol))
      .flatMap((id) => unknownId(judging, id, `${here} expects something of`, place, "invariants")),
  ];
};

const ledgerIds = (project: Project, { rows, place }: Ledger): Mistake[] => [
  ...Object.entries(rows).flatMap(([statement, { checkedBy = [], truthGap }]) =>
    [...checkedBy, ...(truthGap ? [truthGap.of] : [])].flatMap((id) =>
      unknownId(project, id, `statement ${statement} of the ledger names`, place),
    ),
  ),
  ...project.promises.flatMap(({ id, statements }) =>
    statements
      .filter((statement) => !(statement in rows))
      .map((statement) =>
        nowhere(
          `promise ${id} answers to statement ${statement} of the ledger`,
          statement,
          Object.keys(rows),
          place,
        ),
      ),
  ),
];

const unknownId = (
  { promises }: Pick<Project, "promises">,
  id: string,
  saying: string,
  place: Place | undefined,
  which: "all" | "invariants" = "all",
): Mistake[] => {
  const known = [
    ...(which === "all" ? promises.map((promise) => promise.id) : []),
    ...promises.flatMap(({ invariants }) => invariants.map((invariant) => invariant.id)),
  ];
  return known.includes(id) ? [] : [nowhere(`${saying} "${id}"`, id, known, place)];
};

const nowhere = (
  what: string,
  name: string,
  known: readonly string[],
  place: Place | undefined,
): Mistake =>
  new Mistake({
    what: `${what}, which does not exist`,
    where: place,
    why: suggestion(name, [...new Set(known)]),
    todo: "correct the name",
  });

/** Promises over facts that no part of any composition of the project can state. */
const unstated = (project: Project): Mistake[] => {
  const compositions: Composition[] = [];
  for (const task of tasksOf(project)) {
    const { protocol, scenario } = task;
    const failed = attempt(task, () => void compositions.push(protocol.compose(scenario.cast)));
    // Somebody is in the middle of writing it; what it can state is not known.
    if (failed.length > 0) return [];
  }
  const stated = new Set([...engineFacts, ...compositions.flatMap(factsOf)]);
  return project.promises.flatMap(({ id, place, invariants }) =>
    invariants.flatMap((invariant) =>
      [...new Set(Object.values(invariant.nouns).flatMap(({ of }) => of))]
        .filter((type) => !stated.has(type))
        .map(
          (type) =>
            new Mistake({
              what: `${invariant.id} of promise ${id} speaks of the fact "${type}", which nothing states`,
              where: place,
              why: `it could never be put to the test; ${suggestion(type, [...stated].toSorted())}`,
              todo: "let the wiring of a part state it, or correct the name",
            }),
        ),
    ),
  );
};

const factsOf = ({ parts }: Composition): string[] =>
  parts.flatMap(({ kind }) =>
    Object.values(kind.emits ?? {})
      .flat()
      .flatMap((effect) => (effect.rule === "fact" ? [effect.type] : [])),
  );
