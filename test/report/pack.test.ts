import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pack, unpack } from "../../src/report/html/pack.ts";

/** What JSON makes of it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("what was packed comes out as it was", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
      (whole) => {
        expect(unpack(plain(pack(whole)) as ReturnType<typeof pack>)).toEqual(plain(whole));
      },
    ),
  );
});

test("what is the same stands once", () => {
  const story = { moves: ["open", "close"], by: { name: "ana", age: 7 } };
  const one = pack([story]);
  const many = pack(Array.from({ length: 50 }, () => plain(story)));
  expect(many.leaves).toEqual(one.leaves);
  expect(many.shapes).toEqual(one.shapes);
  expect(many.nodes.length).toBe(one.nodes.length);
});
