import { describe, expect, test } from "vitest";
import { matteringSteps } from "../../src/search/mattering.ts";
import { confirm } from "../../src/search/confirm.ts";
import { exhaust, worldOf, type Counterexample } from "../../src/search/index.ts";
import { takeByName } from "../../src/search/take-by-name.ts";
import { taskOf } from "../models/project.ts";

const silent = taskOf("silent-sync", "announced-2021");
const broken = exhaust(silent, { together: true, watch: () => undefined }).counterexamples;

const movesOf = ({ steps }: Counterexample): string[] => steps.map(({ move }) => move);

describe("which steps led to a break", () => {
  test("the one that breaks it, and in a shortest story all others", () => {
    expect(broken.length).toBeGreaterThan(2);
    for (const { mattered, steps } of broken)
      expect(mattered).toEqual(steps.map((_, index) => index + 1));
  });

  test("not what two others do between them", () => {
    const task = taskOf("settled/friends-beside-a-business", "announced-2021");
    const world = worldOf(task);
    const story = [
      "ana.phone/shop user.open",
      "bob.phone/ana user.meet",
      "ana.phone/shop user.compose",
      "deliver bob.phone→directory",
      "shop.mode owner.switch to=provider",
      "deliver ana.phone→relay",
      "deliver directory→bob.phone",
      "deliver relay→provider/shop",
    ];
    world.begin();
    for (const move of story) expect(takeByName(world, move), move).toBe(true);
    const instance = world.violations.find(
      (one) => world.bank.invariants[world.bank.instances[one]!.invariant]!.id === "P3.a",
    )!;
    expect(matteringSteps(world, story, instance, undefined)).toEqual([1, 3, 5, 6, 8]);
  });
});

describe("what would have prevented a break", () => {
  test("two steps in the other order, or one more move", () => {
    const told = broken.map(({ invariant, prevented }) => [invariant, prevented?.by]);
    expect(told).toEqual([
      ["P3.a", "order"],
      ["P3.c", "move"],
      ["P3.d", "order"],
      ["P3.f", "order"],
    ]);
  });

  test("the moves so far are possible, and break nothing", () => {
    for (const found of broken) {
      const { step, ...how } = found.prevented!;
      const moves = movesOf(found);
      const changed =
        how.by === "move"
          ? [...moves.slice(0, step - 1), how.move, moves[step - 1]!]
          : [...moves.slice(0, step - 2), moves[step - 1]!, moves[step - 2]!];
      expect(confirm(silent, changed, found.invariant, undefined, false)).toBeUndefined();
    }
  });
});
