import { describe, expect, test } from "vitest";
import { causeOf } from "../../src/search/cause.ts";
import { confirm } from "../../src/search/confirm.ts";
import { exhaust, type Counterexample } from "../../src/search/index.ts";
import { natureOf } from "../../src/world/index.ts";
import { taskOf } from "../models/project.ts";

const silent = taskOf("silent-sync", "announced-2021");
const broken = exhaust(silent, { together: true, watch: () => undefined }).counterexamples;

const movesOf = ({ steps }: Counterexample): string[] => steps.map(({ move }) => move);

describe("which steps led to a break", () => {
  test("in a shortest story all, save for what happens by itself until nothing more can happen", () => {
    expect(broken.length).toBeGreaterThan(2);
    for (const { mattered, steps, brokenAt } of broken) {
      const all = steps.map((_, index) => index + 1);
      const idle = steps.slice(mattered!.length).map(({ move }) => natureOf(move));
      expect(mattered).toEqual(all.slice(0, mattered!.length));
      expect(new Set(idle)).toEqual(new Set(brokenAt === "end" ? ["byItself"] : []));
    }
  });

  test("as many as its cause is told in", () => {
    for (const { mattered, cause } of broken) expect(mattered).toHaveLength(cause.steps.length);
  });

  test("not what two others do between them", () => {
    const task = taskOf("settled/friends-beside-a-business", "announced-2021");
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
    const confirmed = confirm(task, story, "P3.a", undefined, false)!;
    expect(causeOf(task, { invariant: "P3.a", ...confirmed }).mattered).toEqual([1, 3, 5, 6, 8]);
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
