import type { RunPromise, RunTrace } from "../run.ts";
import { storyOf } from "../story.ts";
import { sentence } from "../words.ts";
import {
  headline,
  placesOf,
  worstFirst,
  type Excuse,
  type Place,
  type Places,
  type Showing,
} from "./showing.ts";

/**
 * SARIF 2.1.0: one rule for each promise, one result for each cause of a break, at the line of the model that brought it
 * about. The story is its only code flow, because viewers show one. What is excused is there and suppressed.
 */
export const sarifOf = (showing: Showing): unknown => {
  const { run } = showing;
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "sealcheck",
            semanticVersion: run.version,
            rules: run.promises.map(ruleOf),
          },
        },
        automationDetails: { id: "sealcheck/" },
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The folder of the project." } },
        },
        columnKind: "utf16CodeUnits",
        results: worstFirst(showing).map((trace) => resultOf(trace, showing)),
        properties: { seed: run.seed, models: run.modelHash },
      },
    ],
  };
};

const ruleOf = ({ id, title, says, source, kind, invariants }: RunPromise): unknown => ({
  id,
  name: title.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string = "") => next.toUpperCase()),
  shortDescription: { text: sentence(title) },
  fullDescription: { text: sentence(says) },
  help: {
    text: [
      sentence(says),
      `The source is the ${source}.`,
      ...invariants.map((one) => `${one.id}: ${one.paragraph}`),
      "A result is a story that breaks it: change the model so that the story cannot happen, or accept it with sealcheck accept, by name and for a time.",
    ].join("\n"),
  },
  defaultConfiguration: { level: kind === "service" ? "warning" : "error" },
  properties: { tags: [kind] },
});

const resultOf = (trace: RunTrace, showing: Showing): unknown => {
  const { run, excuse } = showing;
  const places = placesOf(trace, showing);
  const index = run.promises.findIndex(({ invariants }) =>
    invariants.some(({ id }) => id === trace.invariant),
  );
  const promise = run.promises[index]!;
  const excused = excuse(trace);
  return {
    ruleId: promise.id,
    ruleIndex: index,
    level: promise.kind === "service" ? "warning" : "error",
    message: {
      text: `${sentence(headline(run, trace))} It takes ${trace.moves.length} moves in ${trace.scenario}. See it again: sealcheck replay ${trace.token}`,
    },
    locations: [{ physicalLocation: physical(places.at), ...logical(trace) }],
    ...related(places),
    codeFlows: [{ threadFlows: [{ locations: flowOf(trace, run.promises, places) }] }],
    partialFingerprints: {
      "sealcheckCause/v1": `${trace.protocol}/${trace.invariant}/${trace.cause.id}`,
    },
    suppressions: excused ? [suppression(excused)] : [],
    properties: {
      invariant: trace.invariant,
      protocol: trace.protocol,
      scenario: trace.scenario,
      cause: trace.cause.steps,
      token: trace.token,
    },
  };
};

const physical = ({ file, line }: Place): unknown => ({
  artifactLocation: { uri: encodeURI(file), uriBaseId: "%SRCROOT%" },
  region: { startLine: line },
});

/** Other changed lines that are named. */
const relatedMost = 10;

const related = ({ broughtAboutAt, others }: Places): object => {
  const places = [
    ...(broughtAboutAt ? [{ place: broughtAboutAt, text: "What brings it about." }] : []),
    ...others.slice(0, relatedMost).map((place) => ({ place, text: "This has changed, too." })),
  ];
  if (places.length === 0) return {};
  return {
    relatedLocations: places.map(({ place, text }, id) => ({
      id,
      physicalLocation: physical(place),
      message: { text },
    })),
  };
};

const logical = ({ by }: RunTrace): object =>
  by
    ? {
        logicalLocations: [
          { name: by.transition, fullyQualifiedName: `${by.part} ${by.transition}` },
        ],
      }
    : {};

const flowOf = (
  trace: RunTrace,
  promises: readonly RunPromise[],
  { at, broughtAboutAt = at }: Places,
): unknown[] =>
  storyOf(promises, trace).steps.map(({ number, move, facts, breaks }) => ({
    executionOrder: number,
    importance: breaks ? "essential" : "important",
    location: {
      message: { text: [`${number}. ${move}`, ...facts].join("; ") },
      ...(breaks ? { physicalLocation: physical(broughtAboutAt) } : {}),
    },
  }));

const suppression = ({ because, accepted }: Excuse): unknown => ({
  kind: "external",
  status: "accepted",
  justification: accepted
    ? `${because} (accepted by ${accepted.owner} until ${accepted.until})`
    : because,
});
