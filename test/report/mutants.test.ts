import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { killMatrix } from "../../src/report/kill-matrix.ts";
import type { KnownMutant, Teeth } from "../../src/report/index.ts";
import { mutantWords } from "../../src/report/mutant-words.ts";
import { root } from "../imports.ts";
import { mutantOf, teethOf } from "./teeth.ts";

const saying = (operator: string, spot: KnownMutant["spot"], ...diff: readonly string[]): string =>
  mutantWords({ operator, part: "deviceRelay", spot, diff });

const sentences: readonly (readonly [string, KnownMutant["spot"], string])[] = [
  [
    "drop guard",
    { state: "closed", when: "user.open", what: "isAnswered" },
    "While “closed”, the device relay machine acts on “user open” without asking “is answered”.",
  ],
  [
    "negate guard",
    { state: "a.b", when: "always", what: "isNew" },
    "While “a b”, the device relay machine goes on by itself only where “is new” is not so.",
  ],
  [
    "weaken guard",
    { state: "closed", when: "user.open", what: "isNew", instead: "isOld" },
    "While “closed”, the device relay machine acts on “user open” also where “is old” is so.",
  ],
  [
    "drop transition",
    { when: "net.message" },
    "The device relay machine does nothing on “net message”.",
  ],
  [
    "retarget",
    { state: "open", when: "after deadline", what: "#relay.shut", instead: ".inner" },
    "While “open”, the device relay machine turns to “inner” and not to “shut” after “deadline”.",
  ],
  [
    "stay",
    { state: "open", when: "done", what: "closed" },
    "While “open”, the device relay machine does not turn to “closed” when all in it is done.",
  ],
  [
    "add transition",
    { state: "open", when: "user.send", instead: "#relay.sent" },
    "While “open”, the device relay machine acts on “user send” as in another state, and turns to “sent”.",
  ],
  [
    "drop action",
    { state: "open", when: "entry", what: "askConsent" },
    "On entering “open”, the device relay machine leaves out “ask consent”.",
  ],
  [
    "repeat action",
    { state: "open", when: "exit", what: "leave" },
    "On leaving “open”, the device relay machine does “leave” twice.",
  ],
  [
    "reorder actions",
    { state: "open", when: "user.go", what: "ask", instead: "go" },
    "While “open”, the device relay machine does “go” before “ask” on “user go”.",
  ],
  [
    "drop entry or exit",
    { state: "open", when: "entry" },
    "On entering “open”, the device relay machine does nothing of what it should.",
  ],
  [
    "forget field",
    { when: "remember", what: "told" },
    "The device relay machine leaves “told” as it was when it does “remember”.",
  ],
  [
    "drop tag",
    { state: "hosted", what: "hosting" },
    "While “hosted”, the device relay machine does not show that it is “hosting”.",
  ],
  [
    "never after",
    { state: "open", when: "after purgeDate" },
    "While “open”, the device relay machine never does what is due after “purge date”.",
  ],
  [
    "too late",
    { when: "after purgeDate" },
    "The device relay machine does far too late what is due after “purge date”.",
  ],
  [
    "too soon",
    { when: "after purgeDate" },
    "The device relay machine does at once what is due after “purge date”.",
  ],
  [
    "drop effect",
    { when: "wire.forward", what: "send" },
    "The device relay machine leaves out what is to be sent on “wire forward”.",
  ],
  [
    "repeat effect",
    { when: "wire.forward", what: "states messageSent" },
    "The device relay machine brings about the fact “message sent” twice on “wire forward”.",
  ],
  [
    "narrow",
    { when: "wire.forward", what: "tell" },
    "The device relay machine brings about what another part is to be told for the first of several only on “wire forward”.",
  ],
  [
    "mistarget",
    { when: "wire.forward", what: "send" },
    "The device relay machine lets the next of its kind have what is to be sent instead on “wire forward”.",
  ],
  [
    "widen recipients",
    { when: "wire.forward", instead: "bank" },
    "The device relay machine lets “bank” have what “wire forward” carries.",
  ],
  [
    "an operator of tomorrow",
    { state: "open", when: "user.go" },
    "While “open”, the device relay machine is changed by “an operator of tomorrow” on “user go”.",
  ],
];

const committed = (
  JSON.parse(readFileSync(join(root, "reports/mutants.json"), "utf8")) as {
    readonly protocols: Readonly<Record<string, Teeth>>;
  }
).protocols["strict"]!;

describe("a mutant in words", () => {
  test.each(sentences)("%s of %j", (operator, spot, sentence) => {
    expect(saying(operator, spot)).toBe(sentence);
  });

  test("of sabotage, its own", () => {
    expect(saying("sabotage", {}, "+ the relay reads along")).toBe("The relay reads along.");
  });

  test("beside others of its part it is called it", () => {
    const told = mutantOf("drop guard", 1);
    expect(mutantWords(told, "it")).toBe(
      "While “door”, it acts on “user look” without asking “may look”.",
    );
  });

  test("every mutant that was ever tried here has words of its own kind", () => {
    expect(committed.mutants.length).toBeGreaterThan(500);
    const told = new Set(sentences.slice(0, -1).map(([operator]) => operator));
    for (const mutant of committed.mutants) {
      if (mutant.operator !== "sabotage") expect(told).toContain(mutant.operator);
      expect(mutantWords(mutant)).not.toMatch(/undefined|“”|\[object|is changed by/);
    }
  });
});

describe("the kill matrix", () => {
  const kill = (by: string) => ({ by, in: "street", moves: ["user.look"], shortest: true });
  const mutants = [
    mutantOf("drop guard", 1, { kills: [kill("A.1"), kill("A.2")] }),
    mutantOf("drop guard", 2, { kills: [kill("B.1")] }),
    mutantOf("drop guard", 3, { outcome: "survived", tested: ["A.1", "B.1"] }),
    mutantOf("drop guard", 4, { outcome: "same" }),
    mutantOf("stay", 1, { outcome: "reported" }),
    mutantOf("stay", 2, { outcome: "unreached" }),
    mutantOf("sabotage", 1, { kills: [kill("A.1")], breaks: ["A.1"] }),
  ];
  const promises = ["A", "B"].map((id) => ({
    id,
    title: id,
    invariants: ["1", "2"].map((of) => ({ id: `${id}.${of}`, says: "" })),
  })) as unknown as Parameters<typeof killMatrix>[1];
  const matrix = killMatrix(teethOf(mutants, ["A.1", "A.2", "B.1", "gone"]), promises);
  const cells = (id: string): string[] =>
    matrix.promises
      .flatMap((row) => [row, ...row.parts])
      .find((row) => row.id === id)!
      .cells.map(({ killed, judged }) => `${killed}/${judged}`);

  test("counts a mutant once for a promise, whatever many of its sentences noticed it", () => {
    expect(matrix.operators).toEqual(["drop guard", "stay", "sabotage"]);
    expect(cells("A")).toEqual(["1/2", "0/0", "1/1"]);
    expect(cells("A.1")).toEqual(["1/2", "0/0", "1/1"]);
    expect(cells("A.2")).toEqual(["1/1", "0/0", "0/0"]);
    expect(cells("B")).toEqual(["1/2", "0/0", "0/0"]);
  });

  test("has no row for what was not put before mutants, and one for what is promised no more", () => {
    expect(matrix.promises.map(({ id, parts }) => [id, parts.length])).toEqual([
      ["A", 2],
      ["B", 1],
      ["gone", 1],
    ]);
  });

  test("tells what only reports noticed, and what anything noticed of all that count", () => {
    expect(matrix.reported).toEqual([0, 1, 0]);
    expect(matrix.anything).toEqual([
      { killed: 2, judged: 3 },
      { killed: 1, judged: 2 },
      { killed: 1, judged: 1 },
    ]);
  });

  test("of what was tried here sums up to what the command counted", () => {
    const rows = killMatrix(committed, []).promises;
    expect(rows.length).toBeGreaterThan(50);
    for (const { id, all } of rows) {
      const { killed, survived } = committed.invariants[id]!;
      expect(all, id).toEqual({ killed, judged: killed + survived });
    }
    const { generic, sabotages } = committed;
    const { anything } = killMatrix(committed, []);
    expect(anything.reduce((sum, { judged }) => sum + judged, 0)).toBe(
      generic.killed + generic.survived + sabotages.all,
    );
  });
});
