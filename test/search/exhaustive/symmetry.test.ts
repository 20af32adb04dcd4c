import { describe, expect, test } from "vitest";
import { noticeTask } from "../../../bench/notice/notice.ts";
import { Mistake } from "../../../src/mistake.ts";
import { exhaust, type Pass, type SearchOutcome, type Task } from "../../../src/search/index.ts";
import { drawing } from "../../machine/draw.ts";
import { seedsFrom } from "../random-protocol.ts";
import { biases, twinTask, type Bias } from "./random-twins.ts";
import { share } from "../../share.ts";

const search = (task: Task, symmetry: boolean, most = Infinity): SearchOutcome =>
  exhaust(task, {
    together: true,
    symmetry,
    watch: ({ states }) => (states > most ? "states" : undefined),
  });

/**
 * Everything that a search says but how its traces go: of breaks, which, for which kind of binding, and after how many
 * moves where no fewer do.
 */
const told = ({ exhaustion, counterexamples, ...rest }: SearchOutcome) => ({
  ...rest,
  passes: exhaustion!.passes.map((pass) => ({ ...pass, symmetry: undefined })),
  breaks: counterexamples.map(({ invariant, brokenAt, steps, shortest }) =>
    shortest === "of all" ? [invariant, brokenAt, steps.length] : [invariant, brokenAt],
  ),
});

const onlyPass = ({ exhaustion }: SearchOutcome): Pass => exhaustion!.passes[0]!;

/** What a search without symmetry finds; undefined if there are too many states, or the engine refuses the task. */
const plainly = (task: Task): SearchOutcome | undefined => {
  try {
    const plain = search(task, false, 4000);
    return plain.partial ? undefined : plain;
  } catch (error) {
    if (error instanceof Mistake) return undefined;
    throw error;
  }
};

/** Searches random worlds with and without symmetry, which must tell the same. */
const compare = (seeds: readonly number[], bias: Bias, count: 2 | 3) => {
  const met = { worlds: 0, states: 0, visited: 0, differ: 0, breaks: 0, forEver: 0 };
  for (const seed of seeds) {
    const task = twinTask(drawing(seed), `${bias.replace(" ", "-")}-${seed}-${count}`, bias, count);
    const plain = plainly(task);
    if (!plain) continue;
    const reduced = search(task, true);
    const { symmetry } = onlyPass(reduced);
    expect(told(reduced), task.scenarioName).toEqual(told(plain));
    met.worlds++;
    met.states += onlyPass(plain).states;
    met.visited += symmetry!.visited;
    met.breaks += plain.counterexamples.length;
    met.forEver += plain.counterexamples.filter(({ brokenAt }) => brokenAt === "for ever").length;
    if (symmetry!.different.length > 0) met.differ++;
  }
  return met;
};

describe("people who are alike stand for each other", () => {
  test.for([
    [2, 60, 1.9],
    [3, 80, 4],
  ] as const)("%i of them", ([count, worlds, factor]) => {
    const met = compare(seedsFrom(1, share(worlds)), "nowhere", count);
    expect(met.differ).toBe(0);
    expect(met.states / met.visited).toBeGreaterThan(factor);
    expect(met.states).toBeGreaterThan(share(10_000));
    expect(met.breaks).toBeGreaterThan(share(20));
    expect(met.forEver).toBeGreaterThanOrEqual(share(3));
  });
});

/** Some biases show in nearly every world, some seldom. */
test.each(biases.filter((bias) => bias !== "nowhere"))(
  "somebody who is treated otherwise by %s stands for nobody else",
  (bias) => {
    const met = compare(seedsFrom(1, share(84)), bias, 2);
    expect(met.worlds).toBeGreaterThan(share(34));
    expect(met.differ).toBeGreaterThan(0);
  },
);

test("one business has nobody to take its place, and whoever asks for no symmetry gets none", () => {
  const alone = onlyPass(search(noticeTask("S"), true));
  expect(alone.symmetry).toMatchObject({ interchangeable: [], visited: alone.states });
  expect(onlyPass(search(noticeTask("S"), false)).symmetry).toBeUndefined();
});

test("two users break a promise as soon with and without symmetry", () => {
  const most = 40_000;
  const [reduced, plain] = [true, false].map((symmetry) =>
    search(noticeTask("L", "bug"), symmetry, most),
  ) as [SearchOutcome, SearchOutcome];
  const broken = ({ counterexamples }: SearchOutcome) =>
    counterexamples.map(({ invariant, steps }) => [invariant, steps.length]);
  expect(broken(reduced)).toEqual(broken(plain));
  expect(broken(plain)).toEqual([["I1", 7]]);
});
