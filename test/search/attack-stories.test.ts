import { describe, expect, test } from "vitest";
import { exhaust, type Counterexample } from "../../src/search/index.ts";
import { natureOf } from "../../src/world/index.ts";
import { attacks } from "../models/project.ts";

const found: readonly Counterexample[] = attacks.flatMap(
  (task) => exhaust(task, { together: true, watch: () => undefined }).counterexamples,
);

const story = (scenario: string, invariant: string): Counterexample =>
  found.find((one) => one.scenario === `attacks/${scenario}` && one.invariant === invariant)!;

describe("the story of an attack", () => {
  test("has every step in it from which the adversary learned what they made up", () => {
    const lowe = story("lowe", "SM.authentic");
    expect(lowe.steps.map(({ move }) => natureOf(move))).toEqual([
      "choice",
      "attack",
      "byItself",
      "attack",
    ]);
    expect(lowe.mattered).toEqual([1, 2, 3, 4]);
    expect(lowe.cause.steps).toHaveLength(4);
  });

  test("tells what was made up or repeated from what was sent", () => {
    const told = story("first-message-replay", "SM.once").cause.steps;
    expect(told.filter((step) => step.startsWith("replay "))).toHaveLength(1);
    const made = story("lowe", "SM.authentic").cause.steps;
    expect(made.filter((step) => step.startsWith("inject "))).toHaveLength(2);
  });

  test("is prevented by nothing that an adversary would have to do, or that would have to fail", () => {
    const moves = found.flatMap(({ prevented }) =>
      prevented?.by === "move" ? prevented.move : [],
    );
    expect(moves.length).toBeGreaterThan(0);
    for (const move of moves) expect(["choice", "byItself"], move).toContain(natureOf(move));
  });
});
