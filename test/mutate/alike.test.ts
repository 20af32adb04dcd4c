import { expect, test } from "vitest";
import { Workshop, type Verdict } from "../../src/mutate/index.ts";
import type { Task } from "../../src/search/index.ts";
import { atTheDoor } from "./bell.ts";

const check = (outcome: Verdict["outcome"], name: string, tasks: readonly Task[]): Verdict => {
  const verdict = new Workshop(tasks, []).try(name);
  expect(verdict.outcome, verdict.because).toBe(outcome);
  return verdict;
};

test("what is in use only where something fails is alike if nobody can tell it there", () => {
  const name = "hearer: drop action alert net.ring nod";
  const failing = { at: "bell", faults: { duplicate: 1 } } as const;
  const { because } = check("alike", name, atTheDoor({}, failing));
  expect(because).toContain("where something fails");
  check("survived", name, atTheDoor({ again: true }, failing));
});

test("what people may do and nothing comes of makes no difference, and what states a fact does", () => {
  const name = "ringer: add transition after user.wait";
  check("alike", name, atTheDoor({}, { at: "bell" }));
  check("survived", name, atTheDoor({ waiting: true }, { at: "bell" }));
});

test("what is possible must show in each scenario that is about it, and otherwise anywhere", () => {
  const name = "lamp: drop action dark net.ring shine";
  const about = ["D.a"];
  const { kills } = check("killed", name, atTheDoor({}, { at: "both" }, { at: "lamp", about }));
  expect(kills).toEqual([{ invariant: "D.a", scenarios: ["lamp"], moves: [], shortest: false }]);
  check("survived", name, atTheDoor({}, { at: "both", about }, { at: "lamp" }));
});

test("kinds of parts that are declared anew for each cast have no mutants, and that is told", () => {
  const [one] = atTheDoor({}, { at: "bell" });
  const [other] = atTheDoor({}, { at: "bell" });
  expect(() => new Workshop([one!, other!], [])).toThrow(/several kinds of part called "\w+"/);
  const anew = {
    ...one!.protocol,
    compose: (cast: unknown) => atTheDoor({}, { at: "bell" })[0]!.protocol.compose(cast),
  };
  expect(() => new Workshop([{ ...one!, protocol: anew }], [])).toThrow(/bell\.ts:\d+/);
});
