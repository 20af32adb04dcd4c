import { expect, test } from "vitest";
import { RandomWalks } from "../machine/random-walks.ts";

test("a million events of random statecharts: table and live actor never differ", () => {
  const met = new RandomWalks();
  for (let seed = 1_000_000; met.events < 1_000_000; seed++) met.walk(seed);
  const { events, emissions, fired, machines, refused } = met;
  const told = { events, emissions, fired, machines, refused: Object.fromEntries(refused) };
  console.log(JSON.stringify(told));
  expect([...refused.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(machines / 2);
});
