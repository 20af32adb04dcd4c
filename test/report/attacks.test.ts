import { expect, test } from "vitest";
import { attackRows } from "../../src/report/index.ts";

/** What a search says of one invariant, as far as rows go by it. */
type Said = readonly [id: string, verdict: string, met: string, expected?: string];
type Arguments = Parameters<typeof attackRows>;

const held = "held, exhaustively within bounds";

const rowOf = (...said: readonly Said[]) => {
  const invariants = said.map(([id, verdict, met, expected = "holds"]) => ({
    id,
    verdict,
    met,
    expected,
    about: true,
  }));
  const status = invariants.every(({ met }) => met === "met") ? "passed" : "failed";
  const run = {
    tasks: [{ scenario: "s", protocol: "p", status, invariants }],
    traces: [],
    promises: [
      {
        invariants: [
          { id: "secret", pattern: "confined" },
          { id: "read", pattern: "possible" },
        ],
      },
    ],
  };
  const rows = attackRows(run as unknown as Arguments[0], { tasks: [] }, () => ({
    source: "somebody",
    attacker: "Mallory",
  }));
  return rows[0]!;
};

test.each<readonly [string, readonly Said[], readonly string[]]>([
  [
    "is gone, and it is of use",
    [
      ["secret", held, "met"],
      ["read", held, "met"],
    ],
    [],
  ],
  ["was named, and is there", [["secret", "broken", "met", "breaks"]], []],
  [
    "is gone, since nothing happens",
    [
      ["secret", held, "met"],
      ["read", "untested", "insufficient"],
    ],
    ["read never came up"],
  ],
  [
    "is there unnamed",
    [["secret", "broken", "unexpected"]],
    ["secret breaks, and the scenario does not say so"],
  ],
  [
    "was named, and is not there",
    [
      ["secret", held, "unexpected", "breaks"],
      ["read", held, "met"],
    ],
    ["secret does not break, and the scenario says that it does"],
  ],
  [
    "was not looked for to the end",
    [
      ["secret", "inconclusive", "insufficient"],
      ["read", held, "met"],
    ],
    ["secret is inconclusive"],
  ],
])("an attack that %s", (_, said, why) => {
  expect(rowOf(...said)).toMatchObject({ why, asExpected: why.length === 0 });
});

test("an attack is not gone from what nobody says the use of", () => {
  const row = rowOf(["secret", held, "met"]);
  expect(row.asExpected).toBe(false);
  expect(row.why).toHaveLength(1);
  expect(row.why[0]).toMatch(/about nothing that the protocol is for/);
});
