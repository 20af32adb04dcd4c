import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PairTable } from "../../src/term/index.ts";

test("a pair table is a map from pairs, however much is put into it", () => {
  const small = fc.nat({ max: 40 });
  const number = fc.oneof(small, fc.nat(), fc.constant(0x7fffffff));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, small), { maxLength: 400 }), (entries) => {
      const table = new PairTable();
      const map = new Map<string, number>();
      for (const [left, right, value] of entries) {
        expect(table.get(left, right)).toBe(map.get(`${left},${right}`) ?? -1);
        table.set(left, right, value);
        map.set(`${left},${right}`, value);
      }
      for (const [left, right] of entries) {
        expect(table.get(left, right)).toBe(map.get(`${left},${right}`));
        expect(table.get(right, left)).toBe(map.get(`${right},${left}`) ?? -1);
      }
      expect(table.size).toBe(map.size);
    }),
    { numRuns: 300, seed: 1 },
  );
});
