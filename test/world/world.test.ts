import { describe, expect, test } from "vitest";
import { compile, within, type Invariant } from "../../src/promise/index.ts";
import { World, type Composition } from "../../src/world/index.ts";
import { drawing } from "../machine/draw.ts";
import { freedomOf, type Freely } from "./both-worlds.ts";
import { everyFault, everything, letters, words } from "./letters.ts";
import { appearance, make, offersOf, walk } from "./random-walk.ts";

const soonErased: Invariant = {
  ...within({
    says: "what is stored is erased soon",
    whenever: words.noun({ of: "stored", says: "a letter is stored" }),
    mustFollow: words.noun({ of: "erased", says: "it is erased" }),
    within: 7,
    forTheSame: ["message"],
  }),
  id: "W1",
};

const freely: Freely = { ...everything, faults: everyFault };

const worldOf = (composition: Composition, freedom: Freely = freely): World => {
  const world = new World(composition, freedomOf(freedom), [compile(soonErased)]);
  world.begin();
  return world;
};

const posts = [
  { post: "an ordered post", options: { observers: ["service"] } },
  { post: "an unordered post", options: { order: "unordered" } },
  { post: "a post with room for one", options: { capacity: 1 } },
  { post: "a drawer for one", options: { drawer: 1, faulty: false } },
] as const;

describe.for(posts)("with $post", ({ options }) => {
  const seeds = Array.from({ length: 25 }, (_, seed) => seed + 1);

  test("every move on offer succeeds, but for want of room, and the refused change nothing", () => {
    const world = worldOf(letters(options));
    const met = { made: 0, refused: 0 };
    for (const seed of seeds)
      walk(world, seed, 25, (offered) => {
        const before = world.save();
        const tested = [...world.evidence.tested];
        const witnessed = [...world.evidence.witnessed];
        for (const move of offered) {
          const fits = make(world, move);
          if (fits) {
            met.made++;
            world.undo();
          } else {
            met.refused++;
            expect(world.facts).toEqual([]);
            expect(world.violations).toEqual([]);
          }
          expect(world.save().slice(0, before.length), move.name).toEqual(before);
          expect([...world.evidence.tested]).toEqual(tested);
          expect([...world.evidence.witnessed]).toEqual(witnessed);
        }
      });
    expect(met.made).toBeGreaterThan(1000);
    if ("capacity" in options) expect(met.refused).toBeGreaterThan(100);
    expect(world.blocked).toBeGreaterThanOrEqual(met.refused);
  });

  test("no two moves on offer share a name", () => {
    const world = worldOf(letters(options));
    for (const seed of seeds)
      walk(world, seed, 25, (offered) => {
        const names = offered.map(({ name }) => name);
        expect(new Set(names).size, names.join("\n")).toBe(names.length);
      });
  });

  test("undo takes a move back, and load any number of them", () => {
    const world = worldOf(letters(options));
    for (const seed of seeds) {
      const draw = drawing(seed);
      const saved: { state: Int32Array; looks: string }[] = [];
      walk(world, seed, 25, () => {
        saved.push({ state: world.save(), looks: appearance(world) });
        const { state, looks } = saved[draw(saved.length)]!;
        const here = world.save();
        world.load(state);
        expect(appearance(world).startsWith(looks.split("\n").slice(0, 3).join("\n"))).toBe(true);
        expect(world.save().slice(0, state.length)).toEqual(state);
        world.load(here);
      });
      for (const { state } of saved) {
        world.load(state);
        const offers = world.offers.names();
        for (const move of offersOf(world)) if (make(world, move)) world.undo();
        expect(world.offers.names()).toEqual(offers);
      }
    }
  });

  test("the same moves lead to the same facts, whatever was tried in between", () => {
    const [busy, fresh] = [worldOf(letters(options)), worldOf(letters(options))];
    for (const seed of seeds) {
      const names = walk(busy, seed, 25, (offered) => {
        for (const move of offered) if (make(busy, move)) busy.undo();
      });
      const told = (world: World): unknown[] => {
        world.begin();
        return names.map((name) => {
          const move = offersOf(world).find((offered) => offered.name === name);
          expect(move && make(world, move), name).toBe(true);
          return [
            world.facts.map((id) => world.fact(id)),
            world.violations.map((instance) => world.bank.instances[instance]!.binding),
          ];
        });
      };
      expect(told(fresh)).toEqual(told(busy));
    }
  });

  test("moves are offered in one order, however the composition is written down", () => {
    const composition = letters(options);
    const backwards: Composition = {
      ...composition,
      parts: composition.parts.toReversed(),
      channels: composition.channels.toReversed(),
      coalitions: composition.coalitions.toReversed(),
      stores: composition.stores.toReversed(),
    };
    const [one, other] = [worldOf(composition), worldOf(backwards)];
    for (const seed of seeds) {
      const seen: string[][] = [];
      const names = walk(one, seed, 25, (offered) => seen.push(offered.map(({ name }) => name)));
      other.begin();
      names.forEach((name, at) => {
        expect(other.offers.names()).toEqual(seen[at]);
        make(
          other,
          offersOf(other).find((offered) => offered.name === name)!,
        );
      });
    }
  });
});

test("offers stand in the order of kinds, and within a kind in the order of names", () => {
  const world = worldOf(letters({ order: "unordered" }));
  const order = ["user", "deliver", "timer", "time", "online"];
  let several = 0;
  for (let seed = 1; seed <= 40; seed++)
    walk(world, seed, 25, (offered) => {
      const calm = offered
        .map(({ name }) => name)
        .filter((name) => !/^(?:drop|duplicate|reorder|delay|offline|crash|skew) /.test(name));
      const kinds = calm.map((name) => {
        const [first, second] = name.split(" ");
        return order.indexOf(second?.startsWith("user.") ? "user" : first!);
      });
      expect(kinds).toEqual(kinds.toSorted((left, right) => left - right));
      for (const kind of kinds) {
        const same = calm.filter((_, at) => kinds[at] === kind);
        expect(same).toEqual(same.toSorted());
        if (same.length > 2) several++;
      }
      // Faults come after everything that happens by itself or by somebody's will.
      expect(offered.slice(0, calm.length).map(({ name }) => name)).toEqual(calm);
    });
  expect(several).toBeGreaterThan(100);
});

test("a world begins anew where it began first", () => {
  const world = worldOf(letters());
  const start = appearance(world);
  for (let seed = 1; seed <= 20; seed++) {
    walk(world, seed, 20, () => {});
    world.begin();
    expect(world.offers.names().join("\n")).toBe(
      start.split("\n").slice(0, world.offers.names().length).join("\n"),
    );
    expect(world.facts).toEqual([]);
  }
});
