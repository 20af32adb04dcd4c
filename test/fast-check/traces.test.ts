import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { traces, type Trace } from "../../src/fast-check/index.ts";
import { scenario } from "../../src/index.ts";
import { traceOf, worldOf } from "../../src/search/index.ts";
import { lettersTask } from "../search/faulty-letters.ts";

const task = lettersTask();
const { promises } = task;
const letters = () => traces(task.scenario, task.protocol, { promises });

/** The same where nothing fails but the post. */
const calm = lettersTask({ faults: { drop: 1 } });
const calmLetters = () => traces(calm.scenario, calm.protocol);

/** A property that a user may write: whatever Bob reads, somebody wrote. */
const onlyWhatWasWritten = ({ facts }: Trace): boolean => {
  const written = new Set(
    facts.filter(({ type }) => type === "wrote").map(({ message }) => message),
  );
  return facts.every(({ type, message }) => type !== "read" || written.has(message));
};

/** Another, which does not hold: the post may lose what Ana writes. */
const everyLetterIsRead = ({ facts, atRest }: Trace): boolean =>
  !atRest ||
  facts.filter(({ type }) => type === "wrote").length <=
    facts.filter(({ type }) => type === "read").length;

describe("traces of a scenario in a property of one's own", () => {
  test("let it hold", () => {
    fc.assert(fc.property(calmLetters(), onlyWhatWasWritten), { seed: 1, numRuns: 60 });
  });

  test("break it, and shrink to the moves that it takes", () => {
    const { counterexample } = fc.check(fc.property(calmLetters(), everyLetterIsRead), { seed: 1 });
    expect(counterexample![0].moves).toEqual(["ana.writer user.write", "drop post"]);
  });

  test("are told by their moves", () => {
    expect(() => fc.assert(fc.property(calmLetters(), everyLetterIsRead), { seed: 1 })).toThrow(
      "Counterexample: [ana.writer user.write · drop post]",
    );
  });

  test("are the same for the same seed, whoever asks what came of them", () => {
    const drawn = fc.sample(letters(), { seed: 8, numRuns: 20 });
    const again = fc.sample(letters(), { seed: 8, numRuns: 20 });
    const asked = again.toReversed().map(({ moves, facts, atRest }) => ({ moves, facts, atRest }));
    expect(asked.toReversed()).toEqual(
      drawn.map(({ moves, facts, atRest }) => ({ moves, facts, atRest })),
    );
  });

  test("go no further than they are asked to, before everything comes to rest", () => {
    const short = traces(task.scenario, task.protocol, { moves: 1 });
    const [one] = fc.sample(
      short.filter(({ moves }) => moves[0] === "ana.writer user.write"),
      { seed: 2, numRuns: 1 },
    );
    expect(one!.moves.filter((move) => move.startsWith("ana.writer"))).toHaveLength(1);
    expect(one!.atRest).toBe(true);
  });

  test("know what they break, as the tables do", () => {
    const sample = fc.sample(letters(), { seed: 4, numRuns: 60 });
    const world = worldOf(task);
    const broken = sample.filter((one) => one.broken.length > 0);
    expect(broken.length).toBeGreaterThan(10);
    for (const { moves, broken: ids } of broken)
      expect(ids).toContain(traceOf(world, moves).signatures[0]!.split(" ")[0]);
  });

  test("do not judge what they were not asked about", () => {
    for (const { broken } of fc.sample(traces(task.scenario, task.protocol), { seed: 4 }))
      expect(broken).toEqual([]);
  });

  test("do not begin where the set-up of the scenario is not possible", () => {
    const { scenario: story, protocol } = task;
    const { says, cast, mayDo, bound } = story;
    const wrong = scenario({ says, protocols: [protocol], cast, mayDo, bound, setUp: ["fly"] });
    expect(() => traces(wrong, protocol)).toThrow('wants "fly", which is not possible there');
  });
});
