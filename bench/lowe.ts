import type { Task } from "../src/search/index.ts";
import type { PrivacyPromise } from "../src/promise/index.ts";
import lowe from "../scenarios/attacks/lowe.ts";

/** Lowe's attack, as it ships: Ana meets Mallory, who meets Bob in Ana's name. */
export const loweTask: Task = {
  scenario: lowe as Task["scenario"],
  scenarioName: "attacks/lowe",
  protocol: lowe.protocols[0] as Task["protocol"],
  promises: lowe.promises as readonly PrivacyPromise[],
};
