import { describe, expect, test } from "vitest";
import { BothWorlds } from "./both-worlds.ts";
import { everything, letters } from "./letters.ts";

const write = "ana.writer user.write";
const letter = (number: number): string => `letter ${number} of ana`;

const withLetters = (count: number, drawer = 8): BothWorlds => {
  const world = new BothWorlds(letters({ drawer }), {
    ...everything,
    bound: { ...everything.bound, letters: 9 },
  });
  for (let sent = 0; sent < count; sent++) world.take(write, "deliver post");
  return world;
};

describe("a store", () => {
  test("keeps the newest that fit; the oldest falls out, and that is a fact", () => {
    const world = withLetters(2, 2);
    expect(world.holds("drawer")).toEqual([letter(1), letter(2)]);
    world.take(write);
    expect(world.told(["deliver post"], "message", "store")).toEqual([
      `learned ${letter(3)}`,
      `read ${letter(3)}`,
      `erased ${letter(1)} drawer`,
      `stored ${letter(3)} drawer`,
    ]);
    expect(world.holds("drawer")).toEqual([letter(2), letter(3)]);
  });

  test("forgets one entry when told to, and its owner remembers what they read", () => {
    const world = withLetters(3);
    expect(world.told([`bob.reader user.discard "${letter(2)}"`], "message")).toEqual([
      `erased ${letter(2)}`,
    ]);
    expect(world.holds("drawer")).toEqual([letter(1), letter(3)]);
    expect(world.reads("bob")).toContain(letter(2));
  });

  test("has nothing to forget that it does not hold", () => {
    const world = new BothWorlds(letters({ drawer: 1 }), everything);
    for (let sent = 0; sent < 2; sent++) world.take(write, "deliver post");
    expect(world.take(`bob.reader user.discard "${letter(1)}"`)).toEqual([]);
    expect(world.holds("drawer")).toEqual([letter(2)]);
  });

  test("is purged oldest first, one fact for each entry", () => {
    const world = withLetters(3);
    expect(world.told(["time +10", "timer bob.reader holding.10"], "message")).toEqual([
      "expired",
      `erased ${letter(1)}`,
      `erased ${letter(2)}`,
      `erased ${letter(3)}`,
    ]);
    expect(world.holds("drawer")).toEqual([]);
  });

  test("may hold one thing twice, and forgets it once at a time", () => {
    const world = new BothWorlds(letters(), { ...everything, faults: { duplicate: 1 } });
    world.take(write, "duplicate post", "deliver post");
    expect(world.holds("drawer")).toEqual([letter(1), letter(1)]);
    world.take(`bob.reader user.discard "${letter(1)}"`);
    expect(world.holds("drawer")).toEqual([letter(1)]);
  });
});

describe("a disclosure", () => {
  test("shows the last entries, says how far back each lay, and then they are known", () => {
    const world = withLetters(3);
    expect(world.reads("cyd")).toEqual([]);
    expect(world.told(["bob.reader user.show"], "reader", "by", "message", "back")).toEqual([
      `disclosed cyd ${letter(2)} 1`,
      `disclosed cyd ${letter(3)} 0`,
      `learned cyd ${letter(2)}`,
      `learned cyd ${letter(3)}`,
    ]);
    expect(world.reads("cyd")).toEqual([letter(2), letter(3)]);
  });

  test("of what was shown before states it again, but teaches nothing new", () => {
    const world = withLetters(1);
    world.take("bob.reader user.show");
    expect(world.told(["bob.reader user.show"], "reader", "message")).toEqual([
      `disclosed cyd ${letter(1)}`,
    ]);
  });
});

describe("knowing", () => {
  test("observers of a channel learn what is put on it, at once; the receiver on arrival", () => {
    const world = new BothWorlds(letters({ observers: ["bob", "service"] }), everything);
    // Bob holds the key and watches the post; the service watches and holds none.
    expect(world.told([write], "by", "message")).toEqual([
      `learned ana ${letter(1)}`,
      `wrote ${letter(1)}`,
      `learned bob ${letter(1)}`,
      `noted ${letter(1)}`,
    ]);
    expect(world.reads("bob")).toEqual([letter(1)]);
    expect(world.reads("service")).toEqual([]);
    const unobserved = new BothWorlds(letters(), everything);
    unobserved.take(write);
    expect(unobserved.reads("bob")).toEqual([]);
    expect(unobserved.told(["deliver post"], "by", "message")[0]).toBe(`learned bob ${letter(1)}`);
  });

  test("lets people pass on what they can read, by name and in order, and nothing else", () => {
    const world = new BothWorlds(letters(), everything);
    const copies = () => world.offers.filter((name) => name.includes("user.copy"));
    expect(copies()).toEqual([]);
    world.take(write, write);
    expect(copies()).toEqual([1, 2].map((number) => `ana.writer user.copy "${letter(number)}"`));
    world.take(copies()[1]!, "deliver post", "deliver post", "deliver post");
    expect(world.holds("drawer")).toEqual([1, 2, 2].map(letter));
  });
});

describe("fresh terms", () => {
  test("are numbered, and no crash ever rewinds the number", () => {
    const world = new BothWorlds(letters({ capacity: 9 }), { ...everything, faults: { crash: 3 } });
    const written = [
      write,
      "crash ana.phone",
      write,
      `crash after 0 of: ${write}`,
      `crash after 2 of: ${write}`,
    ].flatMap((name) =>
      world
        .take(name)
        .filter(({ type }) => type === "learned")
        .map(({ message }) => message),
    );
    expect(written).toEqual([1, 2, 3, 4].map(letter));
    // The bound counts those that a crash cut short, too.
    expect(world.offers.filter((name) => name.includes("user.write"))).toEqual([]);
  });
});
