import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Mistake } from "../../src/mistake.ts";
import {
  always,
  breaks,
  compile,
  confined,
  indistinguishable,
  ledger,
  never,
  notApplicable,
  notBefore,
  paragraph,
  promise,
  promiseParagraphs,
  vocabulary,
  within,
} from "../../src/promise/index.ts";
import { invariants, patternNames } from "./random-patterns.ts";

const { noun } = vocabulary<{ read: { message: string }; sent: { message: string } }>();
const read = noun({ of: "read", says: "somebody reads a message" });
const sent = noun({ of: "sent", says: "somebody sends a message" });
const fine = always({ says: "all is well", whenever: read, holds: read });
const compared = {
  says: "nobody can tell",
  observer: { says: "somebody", of: () => "somebody" },
  secret: { says: "what is written", texts: () => true },
};
const declared = {
  id: "P1",
  title: "Nobody reads along",
  says: "nobody but those it is for reads a message",
  source: "announcement, S4, S12",
};

/** A declaration with a field that the compiler would refuse, were it asked. */
const misspelt = <T extends object>(declaration: T): T => ({ ...declaration, unles: sent });

/** Calls what must refuse; gives back what it says. */
const refusal = (make: () => unknown): Mistake => {
  try {
    make();
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
  return expect.fail("it was accepted");
};

describe("a declaration is refused, in words that say what is wrong,", () => {
  test.for<[what: string, make: () => unknown, told: RegExp]>([
    [
      "two runs that differ in nothing",
      () => indistinguishable({ ...compared, secret: { says: "nothing" } as never }),
      /neither texts nor moves/,
    ],
    [
      "two runs that differ in two things",
      () =>
        indistinguishable({
          ...compared,
          secret: { says: "everything", texts: () => true, moves: () => true },
        }),
      /both texts and moves/,
    ],
    [
      "a secret without a name",
      () => indistinguishable({ ...compared, secret: { says: " ", texts: () => true } }),
      /secret.*says nothing/,
    ],
    [
      "an observer without a name",
      () => indistinguishable({ ...compared, observer: { says: "", of: () => "x" } }),
      /observer.*says nothing/,
    ],
    [
      "a misspelt field of an observer",
      () => indistinguishable({ ...compared, observer: misspelt({ says: "x", of: () => "x" }) }),
      /observer of.*"unles"/,
    ],
    [
      "a trait that nobody sees",
      () => indistinguishable({ ...compared, traits: ["colour" as never] }),
      /trait "colour".*\n.*declarations.*\n.*lengths, timing, traffic, choices/,
    ],
    ["a promise with no invariant", () => promise({ ...declared, invariants: {} }), /P1.*no inv/],
    [
      "a promise that says nothing",
      () => promise({ ...declared, says: " ", invariants: { "P1.a": fine } }),
      /P1.*says/,
    ],
    [
      "a promise without a title",
      () => promise({ ...declared, title: "", invariants: { "P1.a": fine } }),
      /P1.*title/,
    ],
    [
      "a promise from nowhere",
      () => promise({ ...declared, source: "", invariants: { "P1.a": fine } }),
      /P1.*source/,
    ],
    [
      "an invariant that says nothing",
      () => promise({ ...declared, invariants: { "P1.a": { ...fine, says: "" } } }),
      /P1\.a.*says/,
    ],
    ["a noun that says nothing", () => noun({ of: "read", says: "  " }), /read.*says nothing/],
    [
      "a noun with a misspelt field",
      () => noun(misspelt({ of: "read" as const, says: "read" })),
      /the noun has a field "unles"/,
    ],
    [
      "a pattern with a misspelt field",
      () => always(misspelt({ says: "fine", whenever: read, holds: read })),
      /"fine" has a field "unles"/,
    ],
    [
      "an audience with a misspelt field",
      () => confined(misspelt({ says: "fine", whenever: read, shared: sent, audience: () => [] })),
      /"fine" has a field "unles"/,
    ],
    [
      "an audience of readers without a name",
      () =>
        compile({
          ...confined({ says: "fine", whenever: read, shared: sent, audience: () => [] }),
          id: "P1.a",
        }).read({ type: "read", message: "hello" }, () => expect.fail("nothing is looked at")),
      /P1.a .*"somebody reads a message" names no "reader"/,
    ],
    [
      "an audience shared by nobody",
      () =>
        compile({
          ...confined({ says: "fine", whenever: read, shared: sent, audience: () => [] }),
          id: "P1.a",
        }).read({ type: "sent", message: "hello" }, () => expect.fail("nothing is looked at")),
      /P1.a .*"somebody sends a message" names no "by"/,
    ],
    [
      "a negative duration",
      () => within({ says: "soon", whenever: sent, mustFollow: read, within: -1 }),
      /soon.*-1/,
    ],
    [
      "half a day",
      () => notBefore({ says: "later", what: read, after: sent, atLeast: 0.5 }),
      /later.*0\.5/,
    ],
    [
      "a duration without end",
      () => within({ says: "some day", whenever: sent, mustFollow: read, within: Infinity }),
      /some day.*Infinity/,
    ],
    [
      "a statement that leads nowhere",
      () => ledger({ source: "x", rows: { S1: { says: "x" } } }),
      /S1/,
    ],
    [
      "a statement that an empty list checks",
      () => ledger({ source: "x", rows: { S2: { says: "x", checkedBy: [] } } }),
      /S2/,
    ],
    [
      "a statement with an empty reason",
      () => ledger({ source: "x", rows: { S3: { says: "x", notCheckable: "" } } }),
      /S3/,
    ],
  ])("%s", ([, make, told]) => {
    const { message, text } = refusal(make);
    expect(message).toMatch(told);
    expect(text.where?.file).toBe(import.meta.filename);
  });

  test("at the line where it stands", () => {
    const { where } = refusal(() => promise({ ...declared, invariants: {} })).text;
    expect(where?.file).toBe(import.meta.filename);
    const ledgerMistake = refusal(() => ledger({ source: "x", rows: { S1: { says: "x" } } }));
    expect(ledgerMistake.text.where!.line).toBeGreaterThan(where!.line);
  });
});

describe("what is declared", () => {
  test("a promise names its statements, in the order of its source, unless they are given", () => {
    const invariants = { "P1.a": fine };
    expect(promise({ ...declared, invariants }).statements).toEqual(["S4", "S12"]);
    expect(promise({ ...declared, statements: ["S1"], invariants }).statements).toEqual(["S1"]);
    expect(promise({ ...declared, source: "our own", invariants }).statements).toEqual([]);
  });

  test("is privacy unless it says otherwise, and keeps the ids of its invariants", () => {
    const made = promise({ ...declared, invariants: { "P1.b": fine, "P1.a": fine } });
    expect(made.kind).toBe("privacy");
    expect(promise({ ...declared, kind: "service", invariants: { X: fine } }).kind).toBe("service");
    expect(made.invariants.map(({ id }) => id)).toEqual(["P1.b", "P1.a"]);
  });

  test("a ledger takes every way to answer to a statement", () => {
    const rows = {
      S1: { says: "one", checkedBy: ["P1"] },
      S2: { says: "two", notYetChecked: "backups" },
      S3: { says: "three", notCheckable: "it is about feelings" },
    };
    expect(ledger({ source: "announcement", rows }).rows).toEqual(rows);
  });

  test("expectations keep their reasons", () => {
    expect(breaks("that is how it was made")).toMatchObject({ because: "that is how it was made" });
    expect(notApplicable("no businesses")).toMatchObject({ expects: "notApplicable" });
  });
});

describe("a paragraph", () => {
  test("contains the sentence of the invariant and of every noun, and no identifier", () => {
    fc.assert(
      fc.property(fc.constantFrom(...patternNames).chain(invariants), (invariant) => {
        const text = paragraph(invariant);
        expect(text).toMatch(/^It is as it should be\. /);
        for (const { says } of Object.values(invariant.nouns)) expect(text).toContain(says);
        expect(text).not.toMatch(/undefined|\bT1\b|mustAlready|mustFollow|outOf|forTheSame/);
        expect(text).toMatch(/\.$/);
        expect(text).not.toMatch(/\.\.| {2}| [.,]/);
        for (const name of invariant.forTheSame) expect(text).toContain(`each ${name}`);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test("of a duration says how long, in days", () => {
    const soon = (days: number) =>
      paragraph({
        ...within({ says: "soon", whenever: sent, mustFollow: read, within: days }),
        id: "W",
      });
    expect(soon(1)).toContain("within 1 day that");
    expect(soon(30)).toContain("within 30 days that");
  });

  test("speaks of parameters in words", () => {
    const invariant = never({
      says: "never",
      what: read,
      outOf: sent,
      forTheSame: ["message", "readingPerson"],
    });
    expect(paragraph({ ...invariant, id: "N" })).toContain("each message and each reading person");
  });

  test("of a promise comes after its title, source, and how it was read", () => {
    const paragraphs = promiseParagraphs(
      promise({
        ...declared,
        reading: "we take it to be about all messages",
        rejected: "only new ones",
        invariants: { "P1.a": fine, "P1.b": fine },
      }),
    );
    expect(paragraphs).toHaveLength(5);
    expect(paragraphs[0]).toBe(
      "Nobody reads along. Nobody but those it is for reads a message. The source is the announcement, S4, S12.",
    );
    expect(paragraphs[1]).toContain("We take it to be about all messages.");
    expect(paragraphs[2]).toContain("Only new ones.");
  });
});
