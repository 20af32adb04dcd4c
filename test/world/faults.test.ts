import { describe, expect, test } from "vitest";
import { faultKinds, type FaultKind } from "../../src/world/scenario.ts";
import { BothWorlds } from "./both-worlds.ts";
import { everything, letters } from "./letters.ts";

const write = "ana.writer user.write";

const withFault = (fault: FaultKind, budget = 1, post: Parameters<typeof letters>[0] = {}) =>
  new BothWorlds(letters(post), { ...everything, faults: { [fault]: budget } });

const told = (world: BothWorlds, ...names: readonly string[]): string[] =>
  world.told(names, "message", "channel", "unit", "by");

const kindOf = (name: string): string => name.split(" ")[0]!;

test("nothing fails where the scenario allows no fault", () => {
  const world = new BothWorlds(letters(), everything);
  world.take(write, write, "deliver post");
  expect(
    world.offers.map(kindOf).filter((kind) => (faultKinds as readonly string[]).includes(kind)),
  ).toEqual([]);
});

describe("drop", () => {
  test("loses the next letter, and says whom that concerned", () => {
    const world = withFault("drop");
    world.take(write, write);
    expect(told(world, "drop post")).toEqual(["dropped letter 1 of ana post"]);
    expect(told(world, "deliver post")).toContain("read letter 2 of ana");
    expect(world.reads("bob")).toEqual(["letter 2 of ana"]);
    expect(world.offers).not.toContain("deliver post");
  });

  test("of an unordered post may lose any letter", () => {
    const world = withFault("drop", 1, { order: "unordered" });
    world.take(write, write);
    const drops = world.offers.filter((name) => name.startsWith("drop"));
    expect(drops.map((name) => /letter \d/.exec(name)![0])).toEqual(["letter 1", "letter 2"]);
    expect(told(world, drops[1]!)).toEqual(["dropped letter 2 of ana post"]);
  });
});

describe("duplicate", () => {
  test("delivers a letter and leaves it there", () => {
    const world = withFault("duplicate");
    world.take(write);
    expect(told(world, "duplicate post")).toContain("read letter 1 of ana");
    expect(told(world, "deliver post")).toContain("read letter 1 of ana");
    expect(world.holds("drawer")).toEqual(["letter 1 of ana", "letter 1 of ana"]);
  });
});

describe("reorder", () => {
  test("lets a letter overtake those before it", () => {
    const world = withFault("reorder");
    world.take(write, write, write);
    const overtaking = world.offers.filter((name) => name.startsWith("reorder"));
    expect(overtaking.map((name) => /letter \d/.exec(name)![0])).toEqual(["letter 2", "letter 3"]);
    world.take(overtaking[1]!, "deliver post", "deliver post");
    expect(world.holds("drawer")).toEqual([
      "letter 3 of ana",
      "letter 1 of ana",
      "letter 2 of ana",
    ]);
  });

  test("has nothing to do where there is no order, or only one letter", () => {
    const unordered = withFault("reorder", 1, { order: "unordered" });
    unordered.take(write, write);
    const single = withFault("reorder");
    single.take(write);
    for (const world of [unordered, single])
      expect(world.offers.filter((name) => name.startsWith("reorder"))).toEqual([]);
  });
});

describe("delay", () => {
  test("lets time pass although a letter is under way", () => {
    const world = withFault("delay");
    world.take(write, "deliver post", write);
    expect(world.offers.filter((name) => /^(?:time|delay) /.test(name))).toEqual(["delay +10"]);
    world.take("delay +10");
    expect(told(world, "timer bob.reader holding.10")).toEqual([
      "expired bob.reader",
      "erased letter 1 of ana",
    ]);
    expect(told(world, "deliver post")).toContain("read letter 2 of ana");
  });

  test("is not needed while nothing is under way", () => {
    const world = withFault("delay");
    world.take(write, "deliver post");
    expect(world.offers.filter((name) => /^(?:time|delay) /.test(name))).toEqual(["time +10"]);
  });
});

describe("offline", () => {
  test("keeps letters waiting at either end until the unit is back", () => {
    for (const unit of ["ana.phone", "bob.phone"]) {
      const world = withFault("offline");
      world.take(write, `offline ${unit}`);
      expect(world.offers).not.toContain("deliver post");
      expect(world.calm).toEqual([`online ${unit}`]);
      // Its owner may still act: what they send waits.
      world.take(write, `online ${unit}`, "deliver post", "deliver post");
      expect(world.holds("drawer")).toEqual(["letter 1 of ana", "letter 2 of ana"]);
      expect(world.offers.filter((name) => name.startsWith("offline"))).toEqual([]);
    }
  });

  test("does not stop time: what waits is not under way", () => {
    const world = withFault("offline");
    world.take(write, "deliver post", write);
    expect(world.offers).not.toContain("time +10");
    world.take("offline bob.phone", "time +10", "timer bob.reader holding.10");
    expect(world.holds("drawer")).toEqual([]);
  });

  test("needs a post that can fail", () => {
    const world = withFault("offline", 1, { faulty: false });
    expect(world.offers.filter((name) => name.startsWith("offline"))).toEqual([]);
  });

  test("leaves the unit able to lose what is on its way", () => {
    const world = new BothWorlds(letters(), { ...everything, faults: { offline: 1, drop: 1 } });
    world.take(write, "offline bob.phone");
    expect(told(world, "drop post")).toEqual(["dropped letter 1 of ana post"]);
  });
});

describe("crash", () => {
  test.for([
    [0, [], 0],
    [1, ["wrote letter 1 of ana"], 0],
    [2, ["wrote letter 1 of ana"], 1],
  ] as const)("after %i outputs keeps exactly those", ([kept, facts, sent]) => {
    const world = withFault("crash");
    expect(told(world, `crash after ${kept} of: ${write}`)).toEqual([
      // She knows what she wrote, however far it came.
      "learned letter 1 of ana ana",
      ...facts,
      "interrupted letter 1 of ana ana.phone",
      "restarted ana.phone",
    ]);
    expect(world.live.channels.get("post")!.items).toHaveLength(sent);
    expect(world.offers.filter((name) => name.startsWith("crash"))).toEqual([]);
  });

  test("is offered for every output of the move's first part, and between moves", () => {
    const world = withFault("crash");
    expect(world.offers.filter((name) => name.startsWith("crash"))).toEqual([
      "crash ana.phone",
      "crash bob.phone",
      `crash after 0 of: ${write}`,
      `crash after 1 of: ${write}`,
      `crash after 2 of: ${write}`,
    ]);
  });

  test("between moves restarts the unit, which forgets what its machine says it forgets", () => {
    const world = withFault("crash");
    world.take(write, "deliver post");
    expect(world.offers).toContain("time +10");
    expect(told(world, "crash bob.phone")).toEqual(["restarted bob.phone"]);
    // The letter's timer went with the state; drawer and knowledge are no business of the machine.
    expect(world.offers).not.toContain("time +10");
    expect(world.holds("drawer")).toEqual(["letter 1 of ana"]);
    expect(world.reads("bob")).toEqual(["letter 1 of ana"]);
  });

  test("while a letter arrives: it is gone from the post, and known all the same", () => {
    const world = withFault("crash");
    world.take(write);
    expect(told(world, "crash after 0 of: deliver post")).toEqual([
      "learned letter 1 of ana bob",
      "interrupted letter 1 of ana bob.phone",
      "restarted bob.phone",
    ]);
    expect(world.holds("drawer")).toEqual([]);
    expect(world.offers).not.toContain("deliver post");
  });
});

describe("skew", () => {
  test("lets one unit's clock run ahead until its next timer is due", () => {
    const world = withFault("skew");
    expect(world.offers.filter((name) => name.startsWith("skew"))).toEqual([]);
    world.take(write, "deliver post", write, "skew bob.phone");
    // Due at once, although a letter is under way and no time has passed.
    expect(told(world, "timer bob.reader holding.10")[0]).toBe("expired bob.reader");
  });
});

test.for(faultKinds)("%s has a budget", (fault) => {
  const rounds = (world: BothWorlds): number => {
    let count = 0;
    for (let round = 0; round < 6; round++) {
      if (world.offers.includes(write)) world.take(write);
      const failing = world.offers.find((name) => kindOf(name) === fault);
      if (failing) {
        world.take(failing);
        count++;
      }
      for (const name of ["online ana.phone", "online bob.phone"])
        if (world.offers.includes(name)) world.take(name);
      if (world.offers.includes("deliver post")) world.take("deliver post");
      const due = world.calm.find((name) => name.startsWith("timer "));
      if (due) world.take(due);
    }
    return count;
  };
  for (const budget of [0, 1, 2]) {
    const world = new BothWorlds(letters({ capacity: 20 }), {
      ...everything,
      bound: { ...everything.bound, letters: 12 },
      faults: { [fault]: budget },
    });
    world.take(write, write);
    expect(rounds(world)).toBe(budget);
  }
});

test("a channel that is not faulty loses, doubles and reorders nothing", () => {
  const world = new BothWorlds(letters({ faulty: false }), {
    ...everything,
    faults: { drop: 9, duplicate: 9, reorder: 9 },
  });
  world.take(write, write);
  expect(world.offers.filter((name) => /^(?:drop|duplicate|reorder) /.test(name))).toEqual([]);
});

test("spared units neither crash nor go offline, and their clocks are right", () => {
  const world = new BothWorlds(letters(), {
    ...everything,
    faults: { crash: 1, offline: 1, skew: 1 },
    spared: ["bob.phone"],
  });
  world.take(write, "deliver post", write);
  const failing = world.offers.filter((name) => /^(?:crash|offline|skew) /.test(name));
  expect(failing).toContain("offline ana.phone");
  expect(failing).toContain(`crash after 0 of: ${write}`);
  expect(failing.filter((name) => /bob|deliver/.test(name))).toEqual([]);
});
