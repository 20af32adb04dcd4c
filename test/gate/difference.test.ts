import { describe, expect, test } from "vitest";
import { scenario, type Protocol } from "../../src/index.ts";
import { differenceReport } from "../../src/gate/index.ts";
import type { DifferenceReport } from "../../src/report/index.ts";
import { differenceOf, lackedIn, type Task } from "../../src/search/index.ts";
import type { Cast } from "../../models/cast.ts";
import { messengerMeanings } from "../../models/meanings.ts";
import { messenger } from "../../models/messenger.ts";
import { announced2021, announcedVersion } from "../../models/protocols/announced2021.ts";
import { beforeUpdate } from "../../models/protocols/beforeUpdate.ts";
import { strict, strictVersion } from "../../models/protocols/strict.ts";

const statesMost = 60_000;

/** Ana writes to Bob and to a shop, which changes who handles its chats while the terms are announced. */
const story = (
  protocol: Protocol<Cast>,
  protocols: readonly Protocol<Cast>[],
  terms: boolean,
): Task => ({
  scenarioName: "story",
  scenario: scenario<Cast>({
    says: "Ana writes to Bob and to a shop.",
    protocols,
    cast: {
      people: { ana: { devices: ["phone"] }, ...(terms ? { bob: { devices: ["phone"] } } : {}) },
      businesses: { shop: { starts: "self" } },
      terms,
    },
    mayDo: {
      "ana.phone/shop": ["user.open", "user.acknowledge", "user.compose"],
      shop: ["owner.switch"],
      ...(terms
        ? { "ana.phone/bob": ["user.meet", "user.compose"], policy: ["authority.announce"] }
        : {}),
    },
    bound: { moves: 20, messages: 1, switches: 1, revisions: 1 },
  }) as Task["scenario"],
  protocol: protocol as Protocol,
  promises: [],
});

const playedUnder = (
  base: Protocol<Cast>,
  head: Protocol<Cast>,
  terms: boolean,
): [base: Task, head: Task] => [story(base, [base, head], terms), story(head, [base, head], terms)];

const difference = (
  base: Protocol<Cast>,
  head: Protocol<Cast>,
  terms = false,
  most = statesMost,
): DifferenceReport =>
  differenceReport(base.name, head.name, [
    differenceOf(...playedUnder(base, head, terms), messengerMeanings, most),
  ]);

const told = (changes: DifferenceReport["gained"]): string[] =>
  changes.map(({ who, says, before }) =>
    [who, says, ...(before.length > 0 ? ["before", ...before] : [])].filter(Boolean).join(" "),
  );

const personal = ({ chats }: DifferenceReport) => chats.find(({ chat }) => chat === "personal")!;

/** The strict version, without its comparing and rejecting. */
const uncompared = messenger(
  { ...strictVersion, name: "uncompared", comparesAndRejects: false },
  { says: "Nothing is compared." },
);

test("without comparing and rejecting the host newly learns messages before a notice, and six moves show it", () => {
  const report = difference(strict, uncompared);
  expect(report).toMatchObject({ improvement: false, exhaustive: true });
  expect(told(report.gained)).toContain(
    "host learns a message to a business before a notice that others can read along",
  );
  for (const { is, moves } of report.gained)
    if (is === "harm") expect(moves.length).toBeLessThanOrEqual(6);
});

test("from the announced version to the strict one there are improvements only", () => {
  const { improvement, gained, lost } = difference(announced2021, strict);
  expect(improvement).toBe(true);
  expect(gained.filter(({ is }) => is === "harm")).toEqual([]);
  expect(told(lost)).toContain(
    "host learns a message to a business before a notice that others can read along",
  );
});

describe("from before the update to the announced version", () => {
  const announced = (limitsPersonalChats: boolean) =>
    messenger(
      { ...announcedVersion, name: `announced ${limitsPersonalChats}`, limitsPersonalChats },
      { says: "As announced." },
    );
  const hostLearns = "host learns a message to a business";

  test("personal chats are identical, where nothing is taken away from them", () => {
    const report = difference(beforeUpdate, announced(false), true);
    expect(personal(report)).toMatchObject({ verdict: "identical", exhaustive: true });
    expect(told(report.gained)).toContain(hostLearns);
  });

  test("they differ where it is, and a trace shows it", () => {
    const report = difference(beforeUpdate, announced(true), true);
    const { verdict, witness } = personal(report);
    expect(verdict).toBe("different");
    expect(witness!.moves.join()).toContain("deadline");
    expect(told(report.gained)).toContain(hostLearns);
  });

  test("that somebody who accepts gets it all back is no excuse, and shows in what they can do at once", () => {
    const accepting = (task: Task): Task => {
      const mayDo = { ...task.scenario.mayDo, "ana.phone/terms": ["user.accept"] };
      return { ...task, scenario: { ...task.scenario, mayDo } };
    };
    const [base, head] = playedUnder(beforeUpdate, announced(true), true).map(accepting);
    const { chats } = differenceOf(base!, head!, messengerMeanings, statesMost);
    const { verdict, witness } = chats.find(({ chat }) => chat === "personal")!;
    expect(verdict).toBe("different");
    expect(witness).toMatchObject({ of: "head" });
    expect(witness!.moves.join()).toContain("deadline");
    expect(lackedIn(base!)).toContain("policy authority.announce");
    expect(lackedIn(head!)).toEqual([]);
  });

  test("a search that was cut short is marked, and claims no absence", () => {
    const report = difference(beforeUpdate, announced(false), true, 500);
    expect(report.exhaustive).toBe(false);
    expect(personal(report).verdict).toBe("not told apart");
  });
});

test("renaming states and turning the order of declarations make no difference", () => {
  const same = messenger({ ...announcedVersion, name: "the same" }, { says: "As announced." });
  const { gained, lost, chats } = difference(announced2021, same);
  expect([gained, lost]).toEqual([[], []]);
  // Ana writes to nobody but a business here, so nothing is said of other kinds of chat.
  expect(chats).toMatchObject([{ chat: "business", verdict: "identical", exhaustive: true }]);
});
