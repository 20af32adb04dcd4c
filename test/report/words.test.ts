import { describe, expect, test } from "vitest";
import { derivationWords } from "../../src/report/derivation-words.ts";
import { factWords } from "../../src/report/fact-words.ts";
import { moveWords } from "../../src/report/move-words.ts";
import { promisesTold } from "../../src/report/promises-told.ts";
import { storyOf } from "../../src/report/story.ts";
import { doorPromises, peeped } from "./material.ts";

describe("moves in words", () => {
  test.each([
    ["ana.phone/shop user.open", "ana.phone/shop: user open"],
    ["ana user.forward to=ben", "ana: user forward to=ben"],
    ['ana user.forward "m 1"', 'ana: user forward "m 1"'],
    ["deliver relay→shop.desk", "relay→shop.desk delivers"],
    ["deliver relay→shop.desk [net.in {m}]", "relay→shop.desk delivers [net.in {m}]"],
    ["drop a→b", "a→b loses a message"],
    ["duplicate a→b", "a→b doubles a message"],
    ["reorder a→b [net.in]", "a→b delivers out of order [net.in]"],
    ["time +1", "1 day passes"],
    ["time +30", "30 days pass"],
    ["delay +2", "2 days pass while messages are still on their way"],
    ["offline ana.phone", "ana.phone goes offline"],
    ["online ana.phone", "ana.phone is online again"],
    ["crash relay", "relay crashes and starts again"],
    [
      "crash after 1 of: deliver a→b",
      "a→b delivers (and crashes after 1 of what it does, then starts again)",
    ],
    ["timer host/shop holding.retention", "host/shop: its timer runs out (holding.retention)"],
    ["odd", "odd"],
  ])("%s", (name, told) => expect(moveWords(name)).toBe(told));
});

describe("facts in words", () => {
  test.each([
    [{ type: "learned", by: "ben", message: "m 1", to: "ana" }, 'ben can now read "m 1"'],
    [{ type: "stored", store: "log", message: "m" }, '"m" is kept in log'],
    [
      { type: "chatOpened", person: "ana", chatWith: "the shop" },
      'chat opened (person ana, chat with "the shop")',
    ],
    [{ type: "rung" }, "rung"],
    [
      { type: "shared", message: "m 1", with: "cleo", how: "written to a group" },
      'shared, written to a group (message "m 1", with cleo)',
    ],
    [{ type: "optedIn", how: "restored" }, "opted in, restored"],
  ])("%j", (fact, told) => expect(factWords(fact)).toBe(told));
});

describe("how somebody came to know", () => {
  const key = { term: "k", how: "observed", at: 0, from: [] };
  const locked = { term: "{m} under k", how: "observed", at: 3, from: [] };
  const opened = { term: "m", how: "opened with", from: [locked, key] };

  test("says what was opened, with what, and where each came from", () => {
    expect(derivationWords(opened)).toEqual([
      { depth: 0, text: "m: by opening the first with the second" },
      { depth: 1, text: "{m} under k: observed at step 3" },
      { depth: 1, text: "k: known before the first step" },
    ]);
  });

  test("tells nothing twice", () => {
    const twice = { term: "(m, m)", how: "composed of", from: [opened, opened] };
    expect(derivationWords(twice).map(({ text }) => text)).toEqual([
      "(m, m): by putting together",
      "m: by opening the first with the second",
      "{m} under k: observed at step 3",
      "k: known before the first step",
      "m: as above",
    ]);
  });
});

describe("a story", () => {
  const steps = peeped.steps.map((step) => ({ ...step, changes: [] }));
  const story = storyOf(promisesTold(doorPromises), { ...peeped, steps });

  test("numbers its steps and marks the one that breaks", () => {
    expect(story.steps.map(({ number, move, breaks }) => [number, move, breaks])).toEqual([
      [1, "ana: user ring", false],
      [2, "ana→ben delivers", true],
    ]);
  });

  test("tells only facts that the promise speaks of and that concern the same house", () => {
    expect(story.steps.map(({ facts }) => facts)).toEqual([
      ['rung (house "number 7")'],
      ['peeped (house "number 7", by ben)'],
    ]);
  });

  test("says whom it is about and what came before", () => {
    expect([story.says, story.about, story.before]).toEqual([
      "Nobody peeps.",
      'house "number 7"',
      ["ana: user arrive"],
    ]);
  });
});
