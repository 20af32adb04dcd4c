import { describe, expect, test } from "vitest";
import { createMachine, emit } from "xstate";
import {
  disclose,
  fact,
  learn,
  type Effect,
  type Here,
  type Part,
  type Term,
} from "../../src/index.ts";
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
    name: "the business passes messages on before there is a contract",
    scenario: "record-after-revocation",
    kind: "contract",
    change: ({ kind }) => ({ ...kind, machine: eagerContract(kind.machine) }),
    breaks: ["P2.a", "P2.b"],
  },
  {
    name: "the vendor gets the messages of a business that never hired it",
    scenario: "record-after-revocation",
    kind: "contract",
    change: ({ kind }) => ({
      ...kind,
      emits: {
        ...kind.emits,
        "contract.begins": [],
      },
    }),
    breaks: ["P2.b"],
  },
  {
    name: "the messages of one business reach the vendor of another",
    scenario: "duplicated-records",
    kind: "endpoint",
    change: ({ kind }) => {
      const opens = kind.emits!["message.opens"]!;
      const copied = learn((here: Here) =>
        here["business"] === "bank"
          ? { who: "statco", term: (opens[0]!.make(here) as { term: Term }).term }
          : undefined,
      );
      return { ...kind, emits: { ...kind.emits, "message.opens": [...opens, copied] } };
    },
    breaks: ["P2.a", "P2.b"],
  },
  {
    name: "a report shows everything that was kept",
    scenario: "report",
    kind: "personalConversation",
    change: ({ kind }) => ({
      ...kind,
      emits: { ...kind.emits, "report.sends": reporting("service") },
    }),
    breaks: ["P1.c", "P1.c.consent"],
  },
  {
    name: "a report goes to somebody else",
    scenario: "report",
    kind: "personalConversation",
    change: ({ kind }) => ({
      ...kind,
      emits: { ...kind.emits, "report.sends": reporting("push") },
    }),
    breaks: ["P1.c", "P1.c.consent"],
  },
  {
    name: "what is passed on is encrypted for devices that were unlinked",
    scenario: "family-chat",
    kind: "personalConversation",
    change: ({ kind }) => ({
      ...kind,
      machine: kind.machine.provide({
        actions: { pass: emit({ type: "wire.forward", kind: "text", companion: true }) },
      } as never),
    }),
    breaks: ["P1.b"],
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

/** A contract that is kept before it is made. */
function eagerContract(machine: Machine): Machine {
  const { states } = machine.config as {
    states: { none: { on: object }; contracted: { on: Readonly<Record<string, unknown>> } };
  };
  const passing = { "message.opened": states.contracted.on["message.opened"] };
  const none = { on: { ...states.none.on, ...passing } };
  const config = { ...machine.config, states: { ...states, none } };
  return createMachine(config as never, machine.implementations as never) as unknown as Machine;
}

/** A report of everything, to whomever, that nobody agreed to. */
function reporting(to: string): Effect[] {
  return [disclose(({ name }) => ({ store: `log of ${name}`, to }))];
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
