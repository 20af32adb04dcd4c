import type { Sabotage } from "#sealcheck";
import { mutantOf } from "../../src/mutate/from-sabotage.ts";
import { mutated } from "../../src/mutate/mutant.ts";
import type { Task } from "../../src/search/index.ts";
import { shippedTask } from "../town.ts";
import { own } from "./own.ts";

/** A break that is there to be found. */
export interface Bug {
  /** What it has in common with others. */
  readonly kind: "a large cast" | "a small cast" | "a date" | "its own";
  readonly name: string;
  readonly task: Task;
  readonly invariant: string;
}

/** Scenario, protocol, sabotage (none, where the protocol itself breaks) and what has to break. */
const shipped: readonly (readonly [Bug["kind"], string, string, string, string])[] = [
  ["a large cast", "whole-town", "strict", "device-keeps-a-date", "P5.a"],
  ["a large cast", "whole-town", "strict", "unconfirmed-change", "P4.a"],
  ["a large cast", "whole-town", "strict", "purged-in-name-only", "P2.f"],
  ["a large cast", "whole-town", "strict", "eager-contract", "P2.b"],
  ["a large cast", "whole-town", "coexistence", "", "P5.a"],
  ["a date", "postponed-terms", "strict", "limits-after-a-day", "P5.b"],
  ["a date", "postponed-terms", "strict", "limits-before-the-date", "P5.a"],
  ["a date", "postponed-terms", "strict", "postponed-in-name-only", "P5.a"],
  ["a date", "postponed-terms", "strict", "limits-who-is-still-reading", "P5.b"],
  ["a small cast", "settled/phone-fails", "strict", "notice-lost-in-a-crash", "P3.b"],
  ["a small cast", "two-flips-in-one-second", "coexistence", "", "P4.e"],
];

const shippedBug = async ([
  kind,
  scenario,
  protocol,
  sabotage,
  invariant,
]: (typeof shipped)[number]): Promise<Bug> => {
  const honest = await shippedTask(scenario, protocol);
  if (sabotage === "") return { kind, name: `${scenario}, ${protocol}`, task: honest, invariant };
  const { default: its } = (await import(`../../models/mutants/${sabotage}.ts`)) as {
    default: Sabotage;
  };
  const task = { ...honest, protocol: mutated(honest.protocol, mutantOf(sabotage, its)) };
  return { kind, name: `${scenario}, ${sabotage}`, task, invariant };
};

/** Seeded bugs that short uniform runs mostly miss, and two that are there to show what guidance is not good for. */
export const bugs = async (): Promise<Bug[]> => [
  ...(await Promise.all(shipped.map(shippedBug))),
  ...Object.entries(own).map(([name, task]): Bug => ({
    kind: "its own",
    name,
    task,
    invariant: "O.a",
  })),
];
