import {
  breaks,
  leadsTo,
  never,
  promise,
  vocabulary,
  type Ledger,
} from "../../src/promise/index.ts";
import { ledger } from "../../src/promise/index.ts";
import type { Material, TaskMaterial } from "../../src/report/material.ts";
import type { Counterexample, SearchOutcome } from "../../src/search/index.ts";
import { compose } from "../../src/index.ts";
import type { Protocol } from "../../src/world/index.ts";
import { protocol } from "../../src/world/protocol.ts";
import { scenario } from "../../src/world/scenario.ts";

const { noun } = vocabulary<{
  rung: { house: string };
  opened: { house: string };
  peeped: { house: string; by: string };
}>();

const rung = noun({ of: "rung", says: "somebody rings" });

/** A door and its bell, to have something to report about. */
export const doorPromises = [
  promise({
    id: "D1",
    title: "Quiet",
    says: "Nobody looks in.",
    source: "door, S1",
    invariants: {
      "D1.a": never({
        says: "nobody peeps",
        what: noun({ of: "peeped", says: "somebody peeps" }),
        outOf: rung,
        forTheSame: ["house"],
      }),
    },
  }),
  promise({
    id: "D2",
    title: "Welcome",
    says: "Whoever rings is let in.",
    source: "door, S2",
    invariants: {
      "D2.a": leadsTo({
        says: "whoever rings is let in",
        whenever: rung,
        mustFollow: noun({ of: "opened", says: "the door opens" }),
        forTheSame: ["house"],
      }),
    },
  }),
];

export const doorLedger: Ledger = ledger({
  source: "door",
  rows: {
    S1: { says: "Nobody looks in.", checkedBy: ["D1"] },
    S2: { says: "Whoever rings is let in.", checkedBy: ["D2.a"] },
    S3: { says: "The door is blue.", notCheckable: "colours are not modelled" },
  },
});

export const door = (name: string, notApplicable: Protocol["notApplicable"] = {}): Protocol =>
  protocol<unknown>({ name, says: `the ${name} door`, compose: () => compose({}), notApplicable });

export const peeped: Counterexample = {
  scenario: "street/evening",
  protocol: "glass",
  invariant: "D1.a",
  binding: { house: "number 7" },
  setUp: ["ana user.arrive"],
  steps: [
    { move: "ana user.ring", facts: [{ type: "rung", house: "number 7" }] },
    {
      move: "deliver ana→ben",
      facts: [
        { type: "rung", house: "number 8" },
        { type: "peeped", house: "number 7", by: "ben" },
        { type: "opened", house: "number 7" },
      ],
    },
  ],
  brokenAt: 2,
  repeatsFrom: undefined,
  foundWith: 9,
  shortest: "not known",
  foundInRun: 17,
  fact: { type: "peeped", house: "number 7", by: "ben" },
  mattered: undefined,
  prevented: undefined,
  derivation: undefined,
  pair: undefined,
  cause: {
    id: "5f0c77a1e9b3d284",
    steps: ["person: user.ring do ring", "person: net.ring do peep"],
    by: {
      part: "person",
      transition: "inside net.ring",
      place: { file: "/street/models/person.ts", line: 12 },
    },
  },
  token: `sc1.${"A-long_token".repeat(20)}`,
};

const calm: SearchOutcome = {
  scenario: "street/evening",
  protocol: "oak",
  runs: 100,
  guided: false,
  lacks: [],
  moves: 900,
  partial: false,
  exhaustion: undefined,
  tested: { "D1.a": 40, "D2.a": 7 },
  witnessed: [],
  counterexamples: [],
  relations: [],
  unsettled: 0,
  blocked: 0,
  ignored: [],
  facts: ["rung"],
  coverage: [],
  exercise: {
    pairs: {},
    guards: [],
    facts: {},
    monitors: {},
    moves: {},
    curve: [],
    runs: undefined,
  },
};

/** One scenario under one door. */
export const doorTask = (
  protocol: Protocol,
  outcome: Partial<SearchOutcome> = {},
  declared: { expectsPeeping?: boolean; about?: readonly string[] } = {},
): TaskMaterial => ({
  scenarioName: "street/evening",
  scenario: scenario<unknown>({
    says: "Somebody rings in the evening.",
    protocols: [protocol],
    cast: {},
    mayDo: {},
    bound: { moves: 9, rings: 2 },
    about: declared.about ?? [],
    expects: declared.expectsPeeping
      ? { [protocol.name]: { "D1.a": breaks("glass is glass") } }
      : {},
  }),
  protocol,
  outcome: { ...calm, protocol: protocol.name, ...outcome },
  accounts: [
    {
      start: { parts: { ana: "outside", ben: "inside" }, readers: { ben: [] } },
      readers: { ben: ["the paper"] },
      changes: [[{ part: "ana", from: "outside", to: "waiting" }], []],
    },
  ],
});

export const materialOf = (
  tasks: readonly TaskMaterial[],
  rest: Partial<Material> = {},
): Material => ({
  version: "1.2.3",
  seed: 5,
  runs: 100,
  causes: false,
  whole: true,
  modelHash: "0123456789abcdef",
  folder: "/street",
  promises: doorPromises,
  versions: new Set(tasks.map(({ protocol }) => protocol.name)),
  ledger: doorLedger,
  tasks,
  leftOut: [],
  ...rest,
});
