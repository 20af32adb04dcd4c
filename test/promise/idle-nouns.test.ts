import { expect, test } from "vitest";
import { leadsTo, never, vocabulary } from "../../src/index.ts";

const { noun } = vocabulary<{ rang: object; fell: object }>();
const rang = noun({ of: "rang", says: "the bell rings" });
const fell = noun({ of: "fell", says: "the bell falls" });

test("a noun that ends what nothing begins is refused, not ignored", () => {
  expect(() => never({ says: "It never falls", what: fell, outOf: fell, until: rang })).toThrow(
    'has "until" and no "after"',
  );
  expect(() =>
    leadsTo({ says: "It rings", whenever: fell, mustFollow: rang, since: fell }),
  ).toThrow('has "since" and no "already"');
});
