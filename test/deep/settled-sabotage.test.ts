import { describe, expect, test } from "vitest";
import { createMachine } from "xstate";
import {
  keep,
  learn,
  plaintextOf,
  type Effect,
  type Here,
  type Part,
  type Term,
} from "../../src/index.ts";
import { exhaust } from "../../src/search/index.ts";
import type { Mode } from "../../models/cast.ts";
import { endpointKey } from "../../models/keys.ts";
import type { EndpointRoles } from "../../models/parties/endpoint.ts";
import { scenarios, taskOf } from "../models/project.ts";
import { sabotaged, skippedNotice, type Sabotage } from "../models/sabotaged.ts";

/**
 * What the settled scenarios hold is worth as much as what they would notice: each finds sabotage of the strict
 * version within the very bounds that it is shipped with. Breadth comes first, so this many states are enough for
 * stories as short as these; the deep tests visit all.
 */
const enough = 30_000;

const settled = [...scenarios.keys()].filter((name) => name.startsWith("settled/"));
const writing = settled.filter((name) => "messages" in scenarios.get(name)!.bound);

const opened = ({ version, business, it, carried }: Here<EndpointRoles>): Term =>
  plaintextOf(endpointKey(version, business, it["mode"] as Mode, it["stamp"] as number), carried)!;

/** Whoever opens a message for a business hands a copy to the host, whether the owner has chosen hosting or not. */
const hostedBeforeOptIn: Sabotage = ({ kind }) => {
  const copied: readonly Effect<EndpointRoles>[] = [
    learn((here) => ({ who: "host", term: opened(here) })),
    keep((here) => ({ store: `store of host/${here.business}`, term: opened(here) })),
  ];
  return {
    ...kind,
    emits: {
      ...kind.emits,
      "message.opens": [
        ...kind.emits!["message.opens"]!,
        ...(copied as unknown as readonly Effect[]),
      ],
    },
  };
};

/** The bank passes messages on to the vendor wherever the shop has hired it. */
const wrongTenant: Sabotage = ({ kind, roles }) => {
  if (roles["business"] !== "bank") return kind;
  const { config, implementations } = kind.machine;
  const { states } = config as { states: { none: { on: object } } };
  const opened = [{ guard: "isHiredNextDoor", actions: "handOver" }, {}];
  const none = { ...states.none, on: { ...states.none.on, "message.opened": opened } };
  const isHiredNextDoor = ({ event }: { event: { sees: { hired: boolean } } }) => event.sees.hired;
  return {
    ...kind,
    machine: createMachine(
      { ...config, states: { ...states, none } } as never,
      { ...implementations, guards: { ...implementations.guards, isHiredNextDoor } } as never,
    ) as unknown as Part["kind"]["machine"],
    reads: {
      hired: {
        of: () => "shop.contract/statco",
        as: (contract) => contract.is("contracted"),
        on: ["message.opened"],
      },
    },
  };
};

const brokenIn = (scenario: string, kind: string, change: Sabotage): string[] => {
  const honest = taskOf(scenario, "strict");
  const task = { ...honest, protocol: sabotaged(honest.protocol, kind, change) };
  const { counterexamples } = exhaust(task, {
    together: false,
    watch: ({ states }) => (states > enough ? "states" : undefined),
  });
  return counterexamples.map(({ invariant }) => invariant);
};

describe("within the bounds of the settled scenarios, sabotage of the strict version is noticed", () => {
  test("there are such scenarios", () => {
    expect(settled.length).toBeGreaterThanOrEqual(10);
    expect(writing.length).toBeGreaterThanOrEqual(10);
  });

  test.each(settled)("a notice skipped, in %s", (name) => {
    const broken = brokenIn(name, "businessConversation", skippedNotice);
    expect(broken).toEqual(expect.arrayContaining(["P3.b", "P5.e"]));
    if (writing.includes(name)) expect(broken).toEqual(expect.arrayContaining(["P3.a", "P3.d"]));
  });

  test.each(writing)("a business hosted before its owner has opted in, in %s", (name) => {
    const broken = brokenIn(name, "endpoint", hostedBeforeOptIn);
    expect(broken).toEqual(expect.arrayContaining(["P3.a", "P4.a"]));
  });

  test("a vendor fed for the wrong business", () => {
    const broken = brokenIn("settled/one-vendor-two-businesses", "contract", wrongTenant);
    expect(broken).toContain("P2.b");
  });
});
