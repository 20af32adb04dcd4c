import { expect, test } from "vitest";
import { attackedBy, worldOf } from "../../src/search/index.ts";
import { tasks } from "./project.ts";

const all = Array.from({ length: 11 }, (_, at) => `A${at}`);

test("every adversary has something to do in a scenario, or it is said why not", () => {
  const places = new Map(all.map((name) => [name, 0]));
  // Versions differ in what their parts do, and not in who there is.
  const casts = new Map(tasks.map((task) => [task.scenarioName, task]));
  for (const [
    scenario,
    {
      protocol,
      scenario: { cast },
    },
  ] of casts) {
    const { adversaries, idle } = protocol.compose(cast);
    const there = new Set(adversaries.map(({ name }) => name));
    for (const name of all) {
      expect([scenario, name, there.has(name)]).toEqual([scenario, name, idle[name] === undefined]);
      if (there.has(name)) places.set(name, places.get(name)! + 1);
    }
  }
  for (const [name, count] of places) expect([name, count > 0]).toEqual([name, true]);
});

test("whoever examines a phone finds what its chats keep, and nothing else attacks", () => {
  const task = tasks.find(({ scenarioName }) => scenarioName === "readable-backup")!;
  const world = worldOf(
    attackedBy({ ...task, scenario: { ...task.scenario, adversary: undefined } }, "A9"),
  );
  const moves = world.offers.names("all");
  expect(moves.filter((move) => move.startsWith("corrupt"))).toEqual(["corrupt ana.phone"]);
  expect(moves.filter((move) => /^(?:inject|suppress|replay)/.test(move))).toEqual([]);
});
