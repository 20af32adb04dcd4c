import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance, suggestion } from "../../src/cli/nearest.ts";

describe("how far two names are apart", () => {
  test.each([
    ["", "abc", 3],
    ["calm", "clam", 2],
    ["run", "runs", 1],
    ["shop", "shop", 0],
  ])("%s and %s: %i", (left, right, far) => expect(distance(left, right)).toBe(far));

  test("is a distance", () => {
    const name = fc.string({ maxLength: 6, unit: fc.constantFrom("a", "b", "c") });
    fc.assert(
      fc.property(name, name, name, (one, two, three) => {
        expect(distance(one, two)).toBe(distance(two, one));
        expect(distance(one, two) === 0).toBe(one === two);
        expect(distance(one, three)).toBeLessThanOrEqual(distance(one, two) + distance(two, three));
      }),
    );
  });
});

describe("a suggestion", () => {
  test.each([
    ["clam", ["calm", "lossy"], "did you mean calm?"],
    ["CALM", ["calm"], "did you mean calm?"],
    ["zebra", ["calm", "lossy"], "there are: calm, lossy"],
    ["zebra", [], "there are none"],
  ])("for %s among %j: %s", (name, known, told) => expect(suggestion(name, known)).toBe(told));
});
