import { beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/index.ts";
import { startSealcheck } from "../cli/sealcheck.ts";
import { root } from "../imports.ts";
import { scenarios } from "../models/project.ts";

/**
 * Every state of every settled scenario, as a user would ask for it. Under strict: states, moves and depth, summed
 * over kinds of fault as the report sums them. Another figure means that the models or the bounds have changed, and
 * with them what these verdicts say.
 */
const underStrict: Readonly<
  Record<string, readonly [states: number, moves: number, depth: number]>
> = {
  "answers-across-changes": [268_189, 835_035, 33],
  "friends-beside-a-business": [464_730, 1_557_334, 30],
  "laptop-without-network": [2_664_396, 10_535_605, 35],
  "left-and-came-back": [1_258_448, 4_355_669, 33],
  "next-door": [140_968, 392_966, 28],
  "old-laptop": [990_547, 3_587_044, 32],
  "one-vendor-two-businesses": [2_918_663, 13_843_394, 36],
  "passed-on-while-it-changes": [93_693, 254_678, 26],
  "phone-and-laptop": [718_085, 2_577_411, 31],
  "phone-fails": [115_770, 246_481, 24],
  "terms-beside-hosting": [1_456_380, 7_017_770, 31],
  "two-businesses-change": [400_104, 1_186_663, 27],
};

const check = async (
  ...options: readonly string[]
): Promise<{ status: number | null; out: string }> => {
  const { ended } = startSealcheck(root, ["check", "settled", "--json", ...options]);
  return ended;
};

describe("every state of the settled scenarios", () => {
  let report: RunReport;
  let text = "";

  beforeAll(async () => {
    const { status, out } = await check("--workers", "2");
    expect(status).toBe(0);
    text = out;
    report = JSON.parse(out) as RunReport;
  }, 1_800_000);

  const tasksOf = (protocol: string) => report.tasks.filter((task) => task.protocol === protocol);

  test("is visited, and there is always room for what happens by itself", () => {
    expect(report.tasks.length).toBe(2 * Object.keys(underStrict).length);
    for (const { exhaustion } of report.tasks) {
      expect(exhaustion!.passes.every(({ complete }) => complete)).toBe(true);
      expect(exhaustion!.passes.every(({ jammed }) => jammed === 0)).toBe(true);
    }
  });

  test.each(Object.entries(underStrict))("%s holds under strict", (name, figures) => {
    const task = tasksOf("strict").find(({ scenario }) => scenario === `settled/${name}`)!;
    const { passes } = task.exhaustion!;
    const sum = (of: (pass: (typeof passes)[number]) => number): number =>
      passes.reduce((total, pass) => total + of(pass), 0);
    const depth = Math.max(...passes.map((pass) => pass.depth));
    expect([sum(({ states }) => states), sum(({ transitions }) => transitions), depth]).toEqual(
      figures,
    );
    const held = "held, exhaustively within bounds";
    for (const { id, verdict, about, tested } of task.invariants) {
      expect([held, "untested", ...(about ? [] : ["notApplicable"])], `${id} ${verdict}`).toContain(
        verdict,
      );
      if (about) expect(tested, `${id} is put to the test`).toBeGreaterThan(0);
    }
  });

  test.each(Object.keys(underStrict))("%s is no small matter", (name) => {
    const { cast, faults, bound } = scenarios.get(`settled/${name}`)! as unknown as {
      cast: { people: Record<string, { devices: string[] }>; businesses: object };
      faults: object;
      bound: Record<string, number>;
    };
    const devices = Object.values(cast.people).flatMap((person) => person.devices);
    const large = Object.values(underStrict).filter(([states]) => states >= 100_000);
    expect(large.length).toBeGreaterThanOrEqual(10);
    expect(bound["switches"]).toBeGreaterThanOrEqual(2);
    expect(Math.max(devices.length, Object.keys(cast.businesses).length)).toBeGreaterThanOrEqual(2);
    expect(Object.keys(faults).length).toBeGreaterThanOrEqual(1);
  });

  test("what breaks under announced-2021 is expected, and told by the shortest story of all", () => {
    const tasks = tasksOf("announced-2021");
    for (const { invariants } of tasks)
      expect(invariants.filter(({ met }) => met !== "met")).toEqual([]);
    const traces = report.traces.filter(({ protocol }) => protocol === "announced-2021");
    expect(traces.length).toBeGreaterThan(tasks.length);
    expect(traces.map(({ shortest }) => shortest)).toEqual(traces.map(() => "of all"));
  });

  test("comes out the same, byte by byte, whoever shares the work", async () => {
    expect((await check("--workers", "1")).out).toBe(text);
  }, 1_800_000);
});
