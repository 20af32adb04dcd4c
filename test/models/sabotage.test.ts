import { describe, expect, test } from "vitest";
import { createMachine } from "xstate";
import { fact, learn, type Part } from "../../src/index.ts";
import { mergeChunks, searchChunk, type Task } from "../../src/search/index.ts";
import { deviceKey } from "../../models/keys.ts";
import { taskOf } from "./project.ts";
import { sabotaged, skippedNotice, type Sabotage } from "./sabotaged.ts";

type Machine = Part["kind"]["machine"];

const search = (task: Task) =>
  mergeChunks(task, [searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 3_000 })], false);

/** Sabotage of the strict version, a scenario that must notice, and the invariants that must break. */
const sabotages: readonly {
  readonly name: string;
  readonly scenario: string;
  readonly kind: string;
  readonly change: Sabotage;
  readonly breaks: readonly string[];
}[] = [
  {
    name: "the device forgets to show notices",
    scenario: "hosted-shop",
    kind: "businessConversation",
    change: skippedNotice,
    breaks: ["P3.a", "P3.b", "P3.c", "P3.d", "P5.e"],
  },
  {
    name: "the relay keeps the keys of devices",
    scenario: "wake-up",
    kind: "deviceRelay",
    change: ({ kind }) => ({
      ...kind,
      emits: {
        ...kind.emits,
        "wire.forward": [
          learn(({ device }) => ({ who: "service", term: deviceKey(device as string) })),
          ...kind.emits!["wire.forward"]!,
        ],
      },
    }),
    breaks: ["P1.a"],
  },
  {
    name: "the wake-up call carries the text",
    scenario: "wake-up",
    kind: "pushService",
    change: ({ kind }) => ({
      ...kind,
      emits: {
        "push.wakesUp": [
          fact("pushed", (here) => ({ device: here["device"] as string, content: "text" })),
        ],
      },
    }),
    breaks: ["P1.g"],
  },
  {
    name: "the device shows no message",
    scenario: "wake-up",
    kind: "personalConversation",
    change: ({ kind }) => ({ ...kind, emits: { ...kind.emits, "message.shows": [] } }),
    breaks: ["SV.a"],
  },
  {
    name: "the relay loses what is written to businesses",
    scenario: "hosted-shop",
    kind: "businessRelay",
    change: ({ kind }) => ({ ...kind, emits: { ...kind.emits, "wire.forward": [] } }),
    breaks: ["SV.b"],
  },
  {
    name: "the host never deletes",
    scenario: "hosted-shop",
    kind: "retention",
    change: ({ kind }) => ({ ...kind, emits: { "store.expired": [] } }),
    breaks: ["P4.c"],
  },
  {
    name: "the vendor keeps what it recorded",
    scenario: "record-after-revocation",
    kind: "vendor",
    change: ({ kind }) => ({ ...kind, emits: { ...kind.emits, "records.purged": [] } }),
    breaks: ["P2.e"],
  },
  {
    name: "the business goes on passing messages to a vendor whose contract has ended",
    scenario: "record-after-revocation",
    kind: "contract",
    change: ({ kind }) => ({ ...kind, machine: endlessContract(kind.machine) }),
    breaks: ["P2.d"],
  },
  {
    name: "the device keeps a date of its own",
    scenario: "postponed-terms",
    kind: "terms",
    change: ({ kind }) => ({ ...kind, input: () => ({ byDevice: true }) }),
    breaks: ["P5.a", "P5.b"],
  },
];

/** A contract that ends in name only: it states the end and stays where it is. */
function endlessContract(machine: Machine): Machine {
  const { states } = machine.config as { states: { contracted: { on: object } } };
  const on = { ...states.contracted.on, "owner.revoke": { actions: "end" } };
  const config = { ...machine.config, states: { ...states, contracted: { on } } };
  return createMachine(config as never, machine.implementations as never) as unknown as Machine;
}

describe("sabotage of the strict version is noticed", () => {
  test.each(sabotages)("$name", ({ scenario, kind, change, breaks }) => {
    const honest = taskOf(scenario, "strict");
    expect(search(honest).counterexamples).toEqual([]);
    const task = { ...honest, protocol: sabotaged(honest.protocol, kind, change) };
    const broken = search(task).counterexamples;
    expect(broken.map(({ invariant }) => invariant)).toEqual(expect.arrayContaining([...breaks]));
    for (const { steps } of broken) expect(steps.length).toBeGreaterThan(0);
  });

  test("and told: how the service came to know the text", () => {
    const { change } = sabotages[1]!;
    const honest = taskOf("wake-up", "strict");
    const task = { ...honest, protocol: sabotaged(honest.protocol, "deviceRelay", change) };
    const broken = search(task).counterexamples.find(({ invariant }) => invariant === "P1.a")!;
    expect(broken.fact).toMatchObject({ type: "learned", by: "service" });
    expect(JSON.stringify(broken.derivation)).toContain("key of ");
  });
});
