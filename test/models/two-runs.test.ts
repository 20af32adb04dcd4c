import { describe, expect, test } from "vitest";
import { assign, createMachine, emit } from "xstate";
import {
  atom,
  body,
  encrypt,
  hash,
  kdf,
  learn,
  send,
  type Effect,
  type Here,
  type Part,
} from "../../src/index.ts";
import {
  decodeToken,
  exhaust,
  mergeChunks,
  replayTrace,
  searchChunk,
  type SearchOutcome,
  type Snapshot,
  type Task,
} from "../../src/search/index.ts";
import { storyOf } from "../../src/report/story.ts";
import { promisesTold } from "../../src/report/promises-told.ts";
import { promises, taskOf } from "./project.ts";
import { sabotaged, type Sabotage } from "./sabotaged.ts";

type Machine = Part["kind"]["machine"];

const all = (task: Task): SearchOutcome =>
  exhaust(task, { together: false, watch: () => undefined });
const some = (task: Task): SearchOutcome =>
  mergeChunks(task, [searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 4_000 })], false);

const scenarioOf: Readonly<Record<string, string>> = {
  "P1.e": "two-runs/whatever-they-write",
  "P2.c": "two-runs/next-to-other-chats",
  "P5.c": "two-runs/whatever-the-terms",
};

/** Writing does something more. */
const writing =
  (effect: Effect): Sabotage =>
  ({ kind }) => ({
    ...kind,
    emits: { ...kind.emits, "wire.message": [...kind.emits!["wire.message"]!, effect] },
  });

/** Nobody fills texts up to one length. */
const unpadded: Sabotage = ({ kind }) => {
  const compose = kind.intents!["user.compose"]!;
  const { make } = compose.carries as Extract<typeof compose.carries, { carry: "fresh" }>;
  const carries = {
    carry: "fresh",
    make: (...given: Parameters<typeof make>) => {
      const { label, about } = make(...given);
      return body(`${label}, as long as it is`, { ...about, length: 7 });
    },
  } as const;
  return { ...kind, intents: { ...kind.intents, "user.compose": { ...compose, carries } } };
};

const renumbered = send(({ business, vendor, it }: Here<{ business: string; vendor: string }>) => ({
  over: `${business}→${vendor}`,
  to: `${vendor}/${business}`,
  event: { type: "net.record", id: it["id"]! },
}));

/** Copies for a vendor are numbered, and what any business got counts. */
const numbered: Sabotage = ({ kind, roles }) => ({
  ...kind,
  machine: counting(kind.machine),
  reads: {
    others: {
      of: () => (roles["business"] === "shop" ? "bank.contract/statco" : undefined),
      as: ({ context }) => context["count"] as number,
      on: ["message.opened"],
    },
  },
  emits: {
    ...kind.emits,
    "wire.copy": [kind.emits!["wire.copy"]![0]!, renumbered as unknown as Effect],
  },
});

interface Handing {
  readonly context: object;
  readonly event: { readonly sees?: { readonly others: number } };
}

const counting = (machine: Machine): Machine => {
  const { config, implementations } = machine;
  const { states } = config as { states: { none: { on: object }; contracted: { on: object } } };
  const none = { on: { ...states.none.on, "message.opened": { actions: "count" } } };
  const opened = [{ guard: "isCovered", actions: ["count", "handOver"] }, { actions: "count" }];
  const contracted = { on: { ...states.contracted.on, "message.opened": opened } };
  const actions = {
    ...implementations.actions,
    count: assign(({ context }: { context: { count: number } }) => ({
      count: Math.min(context.count + 1, 3),
    })),
    handOver: emit((({ context, event }: Handing) => ({
      ...context,
      type: "wire.copy",
      id: event.sees?.others ?? 0,
    })) as never),
  };
  const context = ({ input }: { input: object }) => ({ ...input, count: 0 });
  return createMachine(
    { ...config, context, states: { ...states, none, contracted } } as never,
    { ...implementations, actions } as never,
  ) as unknown as Machine;
};

const sabotages: readonly {
  readonly name: string;
  readonly kind: string;
  readonly change: Sabotage;
  readonly breaks: string;
  readonly told: RegExp;
}[] = [
  {
    name: "what is stored is encrypted under a key that follows from the text",
    kind: "personalConversation",
    change: writing(
      learn(({ carried }) => ({
        who: "service",
        term: encrypt(kdf(hash(carried), atom("storage")), carried),
      })),
    ),
    breaks: "P1.e",
    told: /service can tell by a test: .* the key derived from the hash of the text "ana\.phone → bob 1/,
  },
  {
    name: "a wake-up call carries the hash of the text",
    kind: "personalConversation",
    change: writing(learn(({ carried }) => ({ who: "push", term: hash(carried) }))),
    breaks: "P1.e",
    told: /push can tell by a test: what comes with .* is the same as the hash of the text/,
  },
  {
    name: "texts are as long as they are",
    kind: "personalConversation",
    change: unpadded,
    breaks: "P1.e",
    told: /is of length 8 in the first run and 9 in the second/,
  },
  {
    name: "copies for a vendor are numbered across businesses",
    kind: "contract",
    change: numbered,
    breaks: "P2.c",
    told: /statco\/shop sees "statco\/shop gets net\.record id=1" in the first run, and .* in the second/,
  },
];

describe("two runs that differ in a secret alone", () => {
  test.each(Object.entries(scenarioOf))("look the same under strict: %s", (id, scenario) => {
    const { tested, counterexamples, relations } = all(taskOf(scenario, "strict"));
    expect(counterexamples).toEqual([]);
    expect(relations).toMatchObject([
      { invariant: id, exhaustive: true, unresolved: 0, stopped: undefined },
    ]);
    expect(tested[id]).toBeGreaterThan(100);
  });

  test.each(sabotages)("are told apart where $name", ({ kind, change, breaks, told }) => {
    const honest = taskOf(scenarioOf[breaks]!, "strict");
    const task = { ...honest, protocol: sabotaged(honest.protocol, kind, change) };
    for (const search of [all, some]) {
      const [found, ...others] = search(task).counterexamples.filter(
        ({ invariant }) => invariant === breaks,
      );
      expect(others).toEqual([]);
      const { steps, token, pair, binding } = found!;
      expect(binding).toEqual({ observer: pair!.observer });
      expect(found!.brokenAt).toBe(steps.length);
      const again = replayTrace(task, decodeToken(token)).broken[0]!;
      expect(again.pair).toEqual(pair);
      // Both runs shrink together: without any one of the moves, nothing is told apart.
      for (const at of steps.keys()) {
        const moves = steps.map(({ move }) => move).toSpliced(at, 1);
        expect(() => {
          if (replayTrace(task, { invariant: breaks, moves }).broken.length === 0)
            throw new Error("not told apart");
        }).toThrow();
      }
      const story = storyOf(promisesTold(promises), {
        ...found!,
        steps: steps.map((step) => ({ ...step, changes: [] })),
      });
      expect(story.ending).toMatch(told);
      expect(story.columns!.rows).toHaveLength(steps.length);
    }
  });

  test("a search that was stopped while it compared pairs goes on with what single runs had shown", () => {
    const task = taskOf(scenarioOf["P5.c"]!, "strict");
    const how = { together: false, noting: true } as const;
    let saved: Snapshot | undefined;
    const stopped = exhaust(task, {
      ...how,
      watch: (_, snapshot) => {
        const { counts } = snapshot();
        // No states are saved any more once pairs are compared.
        if (counts["states"] !== 0) return undefined;
        saved = snapshot();
        return "time";
      },
    });
    expect(stopped.partial).toBe(true);
    expect(stopped.relations).toMatchObject([{ invariant: "P5.c", stopped: "time" }]);
    const resumed = exhaust(task, { ...how, saved, watch: () => undefined });
    expect(resumed).toEqual(exhaust(task, { ...how, watch: () => undefined }));
  });

  test("the announced stage of limited functionality shows in personal chats, and nothing else does", () => {
    const broken = (protocol: string): string[] =>
      all(taskOf(scenarioOf["P5.c"]!, protocol)).counterexamples.map(({ invariant }) => invariant);
    expect(broken("announced-2021")).toContain("P5.c");
    expect(broken("announced-without-limits")).not.toContain("P5.c");
  });
});
