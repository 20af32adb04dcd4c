import { expect, test } from "vitest";
import { Rush } from "../cli/rush.ts";

test("a search that is killed at any moment goes on, and comes to what it would have come to", async () => {
  using rush = new Rush();
  expect(rush.check().status).toBe(0);
  const whole = rush.reported;
  // Killed before anything is saved, and then each time somewhat later after something is.
  expect(await rush.killed([undefined, 0, 5, 15, 40])).toBeGreaterThan(1);
  expect(rush.reported === whole).toBe(true);
});
