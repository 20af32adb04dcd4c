import { MoveList, type World } from "../../world/index.ts";
import type { Random } from "../random.ts";
import { Affinity } from "./affinity.ts";
import { balanced } from "./balanced.ts";

const walks = 200;

/**
 * The slots of a world that ever change, as far as a few random walks from the start show: those that moves look at
 * together side by side, because what changes together compresses together.
 */
export const changingSlots = (world: World, random: Random, most: number): number[] => {
  /** By slot that changes: the values that it came to. */
  const changing = new Map<number, Set<number>>();
  const affinity = new Affinity();
  const moves = new MoveList();
  world.evidence.counting = false;
  for (let walk = 0; walk < walks; walk++) {
    world.begin();
    for (let step = 0; step < most; step++) {
      world.offers.list(moves);
      if (moves.count === 0) break;
      const at = random.below(moves.count);
      const apply = (): boolean =>
        world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!);
      if (!world.reads.during(apply)) continue;
      affinity.note(world.reads.slots);
      const { values, count } = world.written;
      for (let written = 0; written < count; written += 2) {
        const slot = values[written]!;
        const seen = changing.get(slot) ?? new Set([values[written + 1]!]);
        changing.set(slot, seen.add(world.cells[slot]!));
      }
    }
  }
  world.evidence.counting = true;
  world.begin();
  const slots = [...changing.keys()].toSorted((left, right) => left - right);
  return balanced(affinity.order(slots), (slot) => Math.log(changing.get(slot)!.size));
};
