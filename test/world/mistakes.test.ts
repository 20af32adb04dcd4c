import { describe, expect, test } from "vitest";
import { emit, setup } from "xstate";
import {
  body,
  channel,
  coalition,
  compose,
  disclose,
  encrypt,
  erase,
  fresh,
  keep,
  learn,
  part,
  protocol,
  scenario,
  breaks,
  secret,
  send,
  store,
  tell,
  type Composition,
  never,
} from "../../src/index.ts";
import { Mistake } from "../../src/mistake.ts";
import { compile, type Invariant } from "../../src/promise/index.ts";
import { takeByName } from "../../src/search/take-by-name.ts";
import { lacksIn, LiveWorld, World } from "../../src/world/index.ts";
import type { PartDeclaration } from "../../src/world/part.ts";
import { freedomOf, type Freely } from "./both-worlds.ts";
import { answering, everything, letters, words } from "./letters.ts";

const mistakeOf = (make: () => unknown): Mistake => {
  try {
    make();
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
  return expect.fail("it was accepted");
};

/** Every mistake says what, and what to do; those about a declaration say where it stands. */
const check = (make: () => unknown, what: RegExp, where?: boolean): void => {
  const { text } = mistakeOf(make);
  expect(text.what).toMatch(what);
  expect(text.todo).toBeTruthy();
  if (where) expect(text.where?.file).toBe(import.meta.filename);
};

const going = {
  kind: "goer",
  machine: answering("goer", { "user.go": ["went"] }),
  intents: { "user.go": {} },
} as const;
const goer = part(going).as("ana.goer", { owner: "ana", unit: "ana.phone" }, {});
const ana = coalition("ana");

const played = {
  says: "Ana goes.",
  protocols: [protocol<null>({ name: "p", says: "p", compose: () => compose() })],
  cast: null,
  mayDo: {},
  bound: { moves: 3 },
};

/** A declaration with a field that the compiler would refuse, were it asked. */
const misspelt = <T extends object>(declaration: T): T => ({ ...declaration, dorp: 1 });

describe("a declaration is refused", () => {
  test.for<[what: string, make: () => unknown, told: RegExp]>([
    ["of a scenario that says nothing", () => scenario({ ...played, says: " " }), /says nothing/],
    [
      "of a scenario that is only sampled for no reason",
      () => scenario({ ...played, onlySampled: " " }),
      /only sampled, and does not say why/,
    ],
    [
      "of a scenario that is never played",
      () => scenario({ ...played, protocols: [] }),
      /under no protocol/,
    ],
    [
      "of a scenario without end",
      () => scenario({ ...played, bound: { letters: 2 } as never }),
      /how many moves/,
    ],
    [
      "of a scenario in which nothing happens",
      () => scenario({ ...played, bound: { moves: 0 } }),
      /allows no move/,
    ],
    [
      "of a scenario with a misspelt field",
      () => scenario(misspelt(played)),
      /the scenario has a field "dorp"/,
    ],
    [
      "of a scenario with a misspelt fault",
      () => scenario({ ...played, faults: misspelt({ drop: 1 }) }),
      /fault.* a field "dorp"/,
    ],
    [
      "of an expectation without a reason",
      () => scenario({ ...played, expects: { p: { P1: breaks(" ") } } }),
      /expects something of P1 under p.*why/,
    ],
    [
      "of a part with a misspelt field",
      () => part(misspelt(going)),
      /part "goer" has a field "dorp"/,
    ],
  ])("%s", ([, make, told]) => check(make, told, true));
});

describe("a composition is refused", () => {
  test.for<[what: string, make: () => Composition, told: RegExp]>([
    [
      "with two parts of one name",
      () => compose({ parts: [goer, goer], coalitions: [ana] }),
      /two parts called "ana.goer"/,
    ],
    [
      "with two channels of one name",
      () =>
        compose(
          { parts: [goer], coalitions: [ana] },
          ...[1, 2].map(() => ({
            channels: [channel("post", { from: "ana.phone", to: "ana.phone" })],
          })),
        ),
      /two channels called "post"/,
    ],
    [
      "with two coalitions of one name",
      () => compose({ coalitions: [ana, coalition("ana")] }),
      /two coalitions called "ana"/,
    ],
    [
      "with two stores of one name",
      () => compose({ coalitions: [ana], stores: [store("s", "ana"), store("s", "ana")] }),
      /two stores called "s"/,
    ],
    [
      "with a part of nobody",
      () => compose({ parts: [goer] }),
      /owner of part "ana.goer" is "ana"/,
    ],
    [
      "with a store of nobody",
      () => compose({ stores: [store("drawer", "zoe")] }),
      /owner of store "drawer" is "zoe"/,
    ],
    [
      "with a channel from nowhere",
      () =>
        compose({
          parts: [goer],
          coalitions: [ana],
          channels: [channel("post", { from: "x", to: "ana.phone" })],
        }),
      /sending end of channel "post" is "x"/,
    ],
    [
      "with a channel to nowhere",
      () =>
        compose({
          parts: [goer],
          coalitions: [ana],
          channels: [channel("post", { from: "ana.phone", to: "ana" })],
        }),
      /receiving end of channel "post" is "ana"/,
    ],
    [
      "with a channel that nobody known observes",
      () =>
        compose({
          parts: [goer],
          coalitions: [ana],
          channels: [channel("post", { from: "ana.phone", to: "ana.phone", observers: ["eve"] })],
        }),
      /observer of channel "post" is "eve"/,
    ],
    [
      "with a channel without room",
      () =>
        compose({
          parts: [goer],
          coalitions: [ana],
          channels: [channel("post", { from: "ana.phone", to: "ana.phone", capacity: 0 })],
        }),
      /"post" has a capacity of 0/,
    ],
    [
      "with a store of half a place",
      () => compose({ coalitions: [ana], stores: [store("s", "ana", 0.5)] }),
      /"s" has a capacity of 0.5/,
    ],
  ])("%s", ([, make, told]) => check(make, told));

  test("and the names that would have done are told", () => {
    expect(
      mistakeOf(() => compose({ parts: [goer], coalitions: [coalition("bob"), coalition("cyd")] }))
        .text.why,
    ).toBe("known are: bob, cyd");
  });
});

const start = (composition: Composition, freely: Freely): World =>
  new World(composition, freedomOf(freely), []);

describe("a scenario is refused", () => {
  const place = { file: import.meta.filename, line: 1 };
  test.for<[what: string, freely: Freely, told: RegExp]>([
    ["that frees somebody unknown", { mayDo: { zoe: ["user.write"] } }, /"zoe" may do something/],
    [
      "that frees somebody to do what they cannot",
      { mayDo: { ana: ["user.fly"] } },
      /"ana" may do "user.fly"/,
    ],
    ["without a bound that it needs", { mayDo: { ana: ["user.write"] } }, /no bound "letters"/],
    [
      "with a negative bound",
      { ...everything, bound: { ...everything.bound, letters: -1 } },
      /bound "letters" is -1/,
    ],
    ["with half a fault", { ...everything, faults: { drop: 0.5 } }, /bound "drop" is 0.5/],
    [
      "that spares what is not there",
      { ...everything, spared: ["zoe.phone"] },
      /"zoe.phone" is to be spared/,
    ],
  ])("%s", ([, freely, told]) => {
    check(() => start(letters(), { ...freely, place }), told, true);
  });

  test("but not for what the same cast has under another protocol; that is just not done", () => {
    const composition = letters();
    const elsewhere = (): Composition[] => [compose({ parts: [goer], coalitions: [ana] })];
    const freely = { mayDo: { ana: ["user.go"], "ana.goer": ["user.go"] }, place, elsewhere };
    expect(start(composition, { ...freely, bound: {} }).offers.names()).toEqual([]);
    expect(lacksIn(composition.parts, freely)).toEqual([
      { who: "ana", event: "user.go" },
      { who: "ana.goer", event: "user.go" },
    ]);
    const misspelt = { ...freely, mayDo: { "ana.goer": ["user.goo"] } };
    check(() => start(composition, misspelt), /"ana.goer" may do "user.goo"/, true);
  });

  test("but a bound that nobody needs is none of anybody's business", () => {
    expect(start(letters(), { bound: { other: 3 } }).offers.names()).toEqual([]);
  });
});

/** One part that does one thing when Ana goes. */
const doing = (declaration: Partial<PartDeclaration<Record<string, never>>>) =>
  compose({
    parts: [
      part({ ...going, ...declaration }).as("ana.goer", { owner: "ana", unit: "ana.phone" }, {}),
    ],
    coalitions: [ana],
    channels: [channel("post", { from: "ana.phone", to: "ana.phone" })],
  });

const term = body("mistaken");
const free: Freely = { mayDo: { ana: ["user.go"] } };

const goOn = (composition: Composition, invariants: readonly Invariant[] = []): void => {
  const world = new World(composition, freedomOf(free), invariants.map(compile));
  world.begin();
  takeByName(world, "ana.goer user.go");
};

describe("wiring is refused", () => {
  const event = { type: "x" };
  test.for<
    [
      what: string,
      effect: NonNullable<PartDeclaration<Record<string, never>>["emits"]>[string][number],
      told: RegExp,
    ]
  >([
    [
      "that sends over no channel",
      send(() => ({ over: "air", to: "ana.goer", event })),
      /no channel "air"/,
    ],
    ["that sends to nobody", send(() => ({ over: "post", to: "zoe", event })), /no part "zoe"/],
    ["that tells nobody", tell(() => ({ to: "zoe", event })), /no part "zoe"/],
    ["that teaches nobody", learn(() => ({ who: "zoe", term })), /no coalition "zoe"/],
    ["that keeps nowhere", keep(() => ({ store: "attic", term })), /no store "attic"/],
    ["that erases nowhere", erase(() => ({ store: "attic", term })), /no store "attic"/],
    [
      "that shows what is not there",
      disclose(() => ({ store: "attic", to: "ana" })),
      /no store "attic"/,
    ],
  ])("%s, at the part's declaration", ([, effect, told]) => {
    check(() => goOn(doing({ emits: { went: [effect] } })), told, true);
  });

  test("that leaves an emission without meaning", () => {
    check(() => goOn(doing({})), /emits "went"/, true);
  });

  test("that fills a channel before anybody can move", () => {
    const greeting = setup({}).createMachine({
      id: "greeter",
      entry: [emit({ type: "went" }), emit({ type: "went" }), emit({ type: "went" })],
    });
    const emits = { went: [send(() => ({ over: "post", to: "ana.goer", event }))] };
    check(
      () => goOn(doing({ machine: greeting, emits })),
      /parts that start put 3 messages on channel "post"/,
    );
  });

  test("that sends what its owner cannot make", () => {
    const locked = encrypt(secret("nobody's key"), term);
    const world = new LiveWorld(
      doing({
        emits: { went: [send(() => ({ over: "post", to: "ana.goer", event, carrying: locked }))] },
      }),
      freedomOf(free),
      [],
    );
    check(() => world.take("ana.goer user.go"), /ana\.goer sends .* ana cannot derive/, true);
  });

  test("that reads a sibling that is not there", () => {
    check(
      () => goOn(doing({ reads: { other: { of: () => "zoe", as: () => 1 } } })),
      /reads "other" from part "zoe"/,
      true,
    );
  });

  test("that carries fresh terms without counting them", () => {
    check(
      () => goOn(doing({ intents: { "user.go": { carries: fresh(() => term) } } })),
      /"user.go" of goer carries a fresh term but has no limit/,
      true,
    );
  });
});

describe("a promise is refused", () => {
  const nobody = {
    ...never({
      says: "never",
      outOf: words.noun({ of: "wrote", says: "x" }),
      what: words.noun({ of: "wrote", says: "x", when: (_, look) => look("zoe").done }),
    }),
    id: "N1",
  };
  const wrote = { emits: { went: [words.states("wrote", () => ({ message: "m" }))] } };

  test("that looks at a part that is not there", () => {
    check(() => goOn(doing(wrote), [nobody]), /looks at part "zoe"/);
  });

  const naming = (...people: readonly (string | undefined)[]) =>
    people.map((person) =>
      words.states("wrote", () => ({ message: "m", ...(person === undefined ? {} : { person }) })),
    );
  const forEach = (domain?: readonly string[]) => ({
    invariant: {
      ...never({
        says: "never",
        what: words.noun({ of: "read", says: "x" }),
        outOf: words.noun({ of: "wrote", says: "y" }),
        forTheSame: ["person"],
      }),
      id: "N2",
    },
    go: (...people: readonly (string | undefined)[]) => {
      const composition = doing({ emits: { went: naming(...people) } });
      goOn(domain ? compose(composition, { domains: { person: domain } }) : composition, [
        forEach().invariant,
      ]);
    },
  });

  test("whose parameter a fact leaves open, where nobody said which values there are", () => {
    check(
      () => forEach().go(undefined),
      /N2 is about the same person, but the fact "wrote" names none/,
      true,
    );
  });

  test("whose parameter takes a value that the domain lacks, whichever comes first", () => {
    check(() => forEach(["ana"]).go(undefined, "zoe"), /N2 met the person "zoe"/, true);
    check(() => forEach(["ana"]).go("zoe", undefined), /N2 met the person "zoe"/);
    expect(() => forEach(["ana", "zoe"]).go("zoe", undefined, "ana")).not.toThrow();
    expect(() => forEach(["ana"]).go("zoe", "ana")).not.toThrow();
  });
});

test("a move that is not on offer is a mistake when it is replayed", () => {
  const world = new LiveWorld(letters(), freedomOf(everything), []);
  check(() => world.take("deliver post"), /the move "deliver post" is not possible here/);
});
