import {
  and,
  assign,
  cancel,
  emit,
  enqueueActions,
  log,
  not,
  raise,
  setup,
  stateIn,
  type AnyStateMachine,
} from "xstate";

interface Feature {
  readonly feature: string;
  readonly machine: AnyStateMachine;
  readonly input?: Record<string, unknown>;
  readonly alphabet: readonly { readonly type: string; readonly [field: string]: unknown }[];
}

const events = (...types: string[]): { type: string }[] => types.map((type) => ({ type }));
/** Fits machines of any context: it uses none. */
const said = (what: string) => emit({ type: what }) as never;
const wrap = (modulus: number) =>
  assign({ n: ({ context }: { context: { n: number } }) => (context.n + 1) % modulus }) as never;

const guardsAndAssign: Feature = {
  feature: "guards with params, and/not/stateIn, assign, emit from context, input",
  input: { most: 3 },
  alphabet: [{ type: "add", by: 1 }, { type: "add", by: 2 }, ...events("take", "lock", "unlock")],
  machine: setup({
    guards: {
      room: ({ context }, { by }: { by: number }) => context.count + by <= context.most,
      some: ({ context }) => context.count > 0,
      locked: stateIn("locked"),
    },
    actions: {
      add: assign({
        count: ({ context }, { by }: { by: number }) => context.count + by,
      }),
      told: emit(({ context }) => ({ type: "counted", count: context.count, most: context.most })),
    },
  }).createMachine({
    id: "counter",
    context: ({ input }) => ({ count: 0, most: (input as { most: number }).most }),
    initial: "open",
    states: {
      open: { on: { lock: "locked" } },
      locked: { on: { unlock: { guard: and(["some", "locked"]), target: "open" } } },
    },
    on: {
      add: [
        {
          guard: { type: "room", params: ({ event }) => ({ by: event["by"] as number }) },
          actions: [
            { type: "add", params: ({ event }) => ({ by: event["by"] as number }) },
            "told",
          ],
        },
        { actions: said("refused") },
      ],
      take: {
        guard: and(["some", not("locked")]),
        actions: [assign({ count: 0 }), "told", log("taken")],
      },
    },
  }),
};

const alwaysAndRaise: Feature = {
  feature: "always, raise and enqueueActions within one step",
  alphabet: events("go", "reset", "twice"),
  machine: setup({ types: { context: {} as { n: number } } }).createMachine({
    id: "chain",
    context: { n: 0 },
    initial: "idle",
    states: {
      idle: { on: { go: { target: "one", actions: raise({ type: "on" }) } }, exit: said("left") },
      one: { always: { guard: ({ context }) => context.n > 0, target: "two" }, on: { on: "two" } },
      two: {
        entry: [wrap(3), said("two")],
        always: { guard: ({ context }) => context.n === 2, target: "idle" },
        on: { reset: "idle", on: { actions: said("late") } },
      },
    },
    on: {
      twice: {
        actions: enqueueActions(({ context, enqueue, check }) => {
          if (check(({ context: { n } }) => n > 0))
            enqueue.emit({ type: "had", n: context.n } as never);
          enqueue(wrap(3));
          enqueue.raise({ type: "on" });
        }),
      },
    },
  }),
};

const timers: Feature = {
  feature:
    "after by number, name and function, delayed raise, cancel, timers in two states of one name",
  input: { patience: 4 },
  alphabet: events("start", "stop", "again", "hurry", "remind", "forget"),
  machine: setup({
    types: { context: {} as { patience: number } },
    delays: { patience: ({ context }) => context.patience, soon: 2 },
  }).createMachine({
    id: "waiting",
    context: ({ input }) => ({ patience: (input as { patience: number }).patience }),
    initial: "idle",
    states: {
      idle: { on: { start: "busy" }, after: { 10: { actions: said("bored") } } },
      busy: {
        initial: "wait",
        after: { patience: "idle", soon: { actions: said("soon") } },
        states: { wait: { after: { 3: "done", 5: { actions: said("five") } } }, done: {} },
        on: {
          stop: "idle",
          again: { target: "busy", reenter: true },
          hurry: { actions: assign({ patience: ({ context }) => (context.patience % 4) + 1 }) },
        },
      },
      other: { initial: "wait", states: { wait: { after: { 3: "#waiting.idle" } } } },
    },
    on: {
      remind: {
        target: ".other",
        actions: [cancel("note"), raise({ type: "note" }, { id: "note", delay: 7 })],
      },
      forget: { actions: cancel("note") },
      note: { actions: said("noted") },
    },
  }),
};

const regions: Feature = {
  feature: "parallel regions, tags, meta, done of all regions, multiple targets",
  alphabet: events("a", "b", "both", "jump", "again"),
  machine: setup({}).createMachine({
    id: "regions",
    initial: "work",
    states: {
      work: {
        type: "parallel",
        onDone: { target: "rest", actions: said("finished") },
        states: {
          left: {
            initial: "one",
            tags: "left",
            states: {
              one: { tags: "first", on: { a: "two", both: { target: "two", actions: said("l") } } },
              two: { on: { a: "end" }, exit: said("left two") },
              end: { type: "final" },
            },
          },
          right: {
            initial: "one",
            meta: { about: "the right" },
            states: {
              one: { on: { b: "two", both: { target: "two", actions: said("r") } } },
              two: { on: { b: "end" }, entry: said("right two") },
              end: { type: "final" },
            },
          },
        },
        on: { jump: { target: ["#regions.work.left.two", "#regions.work.right.end"] } },
      },
      rest: { tags: ["calm", "first"], on: { again: "work" } },
    },
  }),
};

const history: Feature = {
  feature: "shallow and deep history with defaults, and history that nothing targets",
  alphabet: events("next", "deeper", "away", "shallow", "deep", "aside"),
  machine: setup({}).createMachine({
    id: "memory",
    initial: "out",
    states: {
      out: { on: { shallow: "in.shallow", deep: "in.deep", aside: "unremembered" } },
      in: {
        initial: "first",
        states: {
          first: { on: { next: "second" } },
          second: {
            initial: "upper",
            states: { upper: { on: { deeper: "lower" } }, lower: { on: { next: "upper" } } },
          },
          shallow: { type: "history", target: "second" },
          deep: { type: "history", history: "deep" },
        },
        on: { away: "out" },
      },
      unremembered: {
        initial: "one",
        states: {
          one: { on: { next: "two" } },
          two: { on: { next: "one" } },
          never: { type: "history" },
        },
        on: { away: "out" },
      },
    },
  }),
};

const endings: Feature = {
  feature: "final states, done data, output, an end that stops timers",
  alphabet: events("step", "end", "later"),
  machine: setup({ types: { context: {} as { n: number } } }).createMachine({
    id: "ending",
    context: { n: 0 },
    initial: "working",
    output: ({ context, event }) => ({ n: context.n, how: event.output as string }),
    on: { later: { actions: [cancel("late"), raise({ type: "late" }, { id: "late", delay: 9 })] } },
    states: {
      working: {
        initial: "one",
        states: {
          one: { on: { step: "two" } },
          two: { on: { step: "finished" } },
          finished: { type: "final", output: ({ context }) => context.n },
        },
        onDone: [
          {
            guard: ({ context }) => context.n < 2,
            target: "working",
            reenter: true,
            actions: [wrap(5), emit(({ event }) => ({ type: "round", n: event.output as number }))],
          },
          { target: "over" },
        ],
        on: { end: "over" },
        after: { 6: "over" },
      },
      over: { type: "final", entry: said("over"), output: "by the rules" },
    },
  }),
};

const wildcards: Feature = {
  feature: "wildcards, forbidden events and events ignored on purpose",
  alphabet: events("net.message", "net.ack", "user.open", "user.close", "strange"),
  machine: setup({}).createMachine({
    id: "doors",
    initial: "closed",
    states: {
      closed: { on: { "user.open": "open", "net.*": {}, strange: undefined } },
      open: {
        on: {
          "net.message": { actions: said("message") },
          "net.*": { actions: emit(({ event }) => ({ type: "other", of: event.type })) },
          "user.close": "closed",
        },
      },
      vacant: {},
    },
    on: { "user.*": { target: ".vacant" } },
  }),
};

export const features: readonly Feature[] = [
  guardsAndAssign,
  alwaysAndRaise,
  timers,
  regions,
  history,
  endings,
  wildcards,
];
