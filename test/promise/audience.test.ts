import * as fc from "fast-check";
import { expect, test } from "vitest";
import { confined, either, vocabulary, type Fact } from "../../src/promise/index.ts";
import { comparable, judged, Watcher } from "./watch.ts";

const { noun } = vocabulary<{
  read: { message: string; by: string };
  shown: { message: string; by: string; to: string };
}>();

const read = noun({
  of: "read",
  says: "somebody reads a message",
  naming: ({ by }) => ({ reader: by }),
});
const shown = noun({
  of: "shown",
  says: "somebody shows a message to somebody else",
  naming: ({ to }) => ({ reader: to }),
});

/** Messages are written for Ana and Bob. */
const audience = () => ["ana", "bob"];
const says = "only those it was written for read a message";
const onlyReading = { ...confined({ says, whenever: read, shared: shown, audience }), id: "C1" };
/** Here being shown a message counts as reading it. */
const showingIsReading = {
  ...confined({ says, whenever: either(read, shown), shared: shown, audience }),
  id: "C2",
};

/** `ana reads`, `ana>cyd` (Ana shows it to Cyd), `reads 2` about another message. */
const traceOf = (words: string): Fact[] =>
  words.split(", ").map((word) => {
    const [what, message = "1"] = word.split(" of ");
    const [by, to] = what!.split(">");
    return to === undefined
      ? { type: "read", message, by: by! }
      : { type: "shown", message, by: by!, to };
  });

const brokenAt = (invariant: typeof onlyReading, words: string): (number | "end")[] => {
  const trace = traceOf(words);
  const expected = judged(invariant, trace, "quiescent");
  const found = new Watcher(invariant).watch(trace, "quiescent");
  expect(comparable(found)).toEqual(comparable(expected));
  return found.violations.map(({ at }) => at);
};

test.for<[story: string, words: string, broken: number[]]>([
  ["those it was written for read it", "ana, bob, ana", []],
  ["nobody else does", "cyd", [0]],
  ["whoever was shown it first may read it", "ana>cyd, cyd", []],
  ["being shown it afterwards is too late", "cyd, ana>cyd, cyd", [0]],
  ["chains: shown by somebody who was shown it", "ana>cyd, cyd>dan, dan>eve, eve", []],
  ["chains hold in whatever order the gifts were made", "dan>eve, cyd>dan, ana>cyd, eve", []],
  ["a chain that starts nowhere lets nobody in", "cyd>dan, dan>eve, eve", [2]],
  ["somebody outside showing it to themselves does not count", "cyd>cyd, cyd", [1]],
  ["two outside showing it to each other do not count", "cyd>dan, dan>cyd, cyd, dan", [2, 3]],
  ["another message does not count", "ana>cyd of 2, cyd of 1, cyd of 2", [1]],
  ["each reading counts by itself", "cyd, cyd, ana", [0, 1]],
])("%s", ([, words, broken]) => {
  expect(brokenAt(onlyReading, words)).toEqual(broken);
});

test.for<[story: string, words: string, broken: number[]]>([
  ["rightly shown is rightly read", "ana>cyd", []],
  ["and counts as a gift from then on", "ana>cyd, cyd>dan, dan", []],
  ["shown by somebody outside is not", "cyd>dan", [0]],
  ["nor does it become right by itself", "cyd>dan, dan>cyd", [0, 1]],
])("where being shown is reading: %s", ([, words, broken]) => {
  expect(brokenAt(showingIsReading, words)).toEqual(broken);
});

test("the audience is the least set that is closed under gifts", () => {
  const who = fc.constantFrom("ana", "bob", "cyd", "dan", "eve", "fay");
  let outside = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(who, who), { maxLength: 12 }),
      fc.shuffledSubarray(["ana", "bob", "cyd", "dan", "eve", "fay"]),
      (gifts, readers) => {
        // By the book: spread from those it was written for, along gifts, until nothing new is reached.
        const members = new Set(audience());
        for (const member of members)
          for (const [by, to] of gifts) if (by === member) members.add(to);
        const trace: Fact[] = [
          ...gifts.map(([by, to]) => ({ type: "shown", message: "1", by, to })),
          ...readers.map((by) => ({ type: "read", message: "1", by })),
        ];
        const expected = readers.flatMap((reader, at) =>
          members.has(reader) ? [] : [gifts.length + at],
        );
        const found = new Watcher(onlyReading).watch(trace, "cut").violations.map(({ at }) => at);
        expect(found).toEqual(expected);
        outside += expected.length;
      },
    ),
    { numRuns: 1000, seed: 1 },
  );
  expect(outside).toBeGreaterThan(500);
});
