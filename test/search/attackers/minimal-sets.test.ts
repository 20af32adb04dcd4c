import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimalSets, type Ask, type Minimal } from "../../../src/search/attackers/minimal-sets.ts";
import { share } from "../../share.ts";

/** What is enough for a goal: it comes about with every set that contains one of these. */
type World = ReadonlyMap<string, readonly (readonly string[])[]>;

interface Looked {
  readonly found: ReadonlyMap<string, Minimal<string>>;
  readonly asked: readonly Ask[];
}

const comes = (enough: readonly (readonly string[])[], elements: readonly string[]): boolean =>
  enough.some((set) => set.every((one) => elements.includes(one)));

/** Looks for minimal sets in a world; what `unseen` says of a set is that its search was stopped. */
const lookedFor = (
  elements: readonly string[],
  world: World,
  unseen: (ask: Ask) => boolean = () => false,
): Looked => {
  const asked: Ask[] = [];
  const searching = minimalSets<string>({
    elements,
    goals: [...world.keys()],
    uses: (witness) => witness.split(" "),
  });
  let step = searching.next();
  while (!step.done) {
    const answers = step.value.map((ask) => {
      asked.push(ask);
      const came = unseen(ask)
        ? []
        : ask.goals.filter((goal) => comes(world.get(goal)!, ask.elements));
      const used = (goal: string): string =>
        ask.elements.filter((one) => world.get(goal)!.some((set) => set.includes(one))).join(" ");
      return {
        came: new Map(came.map((goal) => [goal, used(goal)] as const)),
        complete: !unseen(ask),
      };
    });
    step = searching.next(answers);
  }
  return { found: step.value, asked };
};

/** Every set with which a goal comes about, and without any one of them not. */
const naively = (
  elements: readonly string[],
  enough: readonly (readonly string[])[],
): readonly string[] =>
  Array.from({ length: 2 ** elements.length }, (_, bits) =>
    elements.filter((_one, at) => (bits >> at) & 1),
  )
    .filter(
      (set) =>
        comes(enough, set) &&
        set.every(
          (one) =>
            !comes(
              enough,
              set.filter((each) => each !== one),
            ),
        ),
    )
    .map((set) => set.join(" "))
    .toSorted();

const letters = ["a", "b", "c", "d", "e", "f"];
const worlds = fc
  .array(fc.array(fc.subarray(letters, { maxLength: 5 }), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((goals): World => new Map(goals.map((enough, at) => [`goal ${at}`, enough])));

const namesOf = ({ sets }: Minimal<string>): readonly string[] =>
  sets.map(({ elements }) => elements.join(" ")).toSorted();

describe("minimal sets", () => {
  test("are those that trying every set finds", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { found } = lookedFor(letters, world);
        for (const [goal, enough] of world) {
          const one = found.get(goal)!;
          expect(namesOf(one)).toEqual(naively(letters, enough));
          expect(one.complete).toBe(true);
          expect(one.sets.every(({ minimal }) => minimal)).toBe(true);
        }
      }),
      { numRuns: share(300), seed: 4 },
    );
  });

  test("are said to be minimal only where all that is less was searched completely", () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, salt) => {
        const unseen = ({ elements }: Ask): boolean => (elements.length * 7 + salt) % 3 === 0;
        const { found } = lookedFor(letters, world, unseen);
        for (const [goal, enough] of world) {
          const one = found.get(goal)!;
          for (const { elements, minimal } of one.sets)
            if (minimal) expect(naively(letters, enough)).toContain(elements.join(" "));
          if (one.complete && one.sets.every(({ minimal }) => minimal))
            expect(namesOf(one)).toEqual(naively(letters, enough));
        }
      }),
      { numRuns: share(300), seed: 4 },
    );
  });

  test("are found by few searches: the largest sets that contain none of them, and those with one element less", () => {
    const { found, asked } = lookedFor(letters, new Map([["goal", [["a", "b"], ["c"]]]]));
    expect(found.get("goal")!.sets.map(({ elements }) => elements)).toEqual([["c"], ["a", "b"]]);
    expect(asked.length).toBeLessThan(20);
  });

  test("of two goals are looked for together", () => {
    const { asked } = lookedFor(
      letters,
      new Map([
        ["one", [["a"]]],
        ["other", [["a"]]],
      ]),
    );
    expect(asked.every(({ goals }) => goals.length === 2)).toBe(true);
  });
});
