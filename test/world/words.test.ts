import { describe, expect, test } from "vitest";
import { generated } from "../../src/world/symmetry/group.ts";
import { exchangeOf, stirred, Words } from "../../src/world/symmetry/words.ts";

describe("the exchange that makes one name of another", () => {
  test.each([
    ["ana.phone", "bob.phone", "ana bob, bob ana"],
    ["ana.phone/bob", "bob.phone/ana", "ana bob, bob ana"],
    [
      "shop.contract/statco",
      "bank.contract/insight",
      "bank shop, insight statco, shop bank, statco insight",
    ],
    ["relay", "relay", ""],
    ["ana.phone/bob", "bob.phone/cem", undefined],
    ["ana.phone", "ana→phone", undefined],
    ["ana.phone", "ana", undefined],
  ])("%s, %s", (left, right, key) => {
    expect(exchangeOf(left, right)?.key).toBe(key);
  });
});

const exchange = exchangeOf("ana", "bob")!;

test.each([
  ["ana.phone → bob 1", "bob.phone → ana 1"],
  ["anna and ana_2", "anna and ana_2"],
  ["{note} under key of ana", "{note} under key of bob"],
])("whole words are renamed: %s", (text, renamed) => {
  expect(exchange.text(text)).toBe(renamed);
  expect(exchange.text(renamed)).toBe(text);
});

test("events and facts keep their type and the names of their fields", () => {
  expect(exchange.record({ type: "ana", ana: "ana", of: 2, sees: { ana: ["bob"] } })).toEqual({
    type: "ana",
    ana: "bob",
    of: 2,
    sees: { bob: ["ana"] },
  });
});

describe("exchanges generate a group", () => {
  const exchanges = (names: string): Words[] =>
    Array.from(names.slice(1), (name) => exchangeOf(names[0]!, name)!);

  test.each([
    ["ab", 1],
    ["abc", 5],
    ["abcd", 23],
    ["abcde", undefined],
  ])("of %s", (names, size) => {
    expect(generated(exchanges(names))?.length).toBe(size);
  });

  test("which stirs the names", () => {
    expect(stirred(exchanges("cab"))).toEqual([["a", "b", "c"]]);
    expect(stirred([...exchanges("dc"), ...exchanges("ab")])).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });
});
