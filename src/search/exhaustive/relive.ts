import { Mistake } from "../../mistake.ts";
import { MoveList, type Symmetry, type World } from "../../world/index.ts";
import { Random } from "../random.ts";
import type { Places } from "./places.ts";
import { rowIn, type Snapshot } from "./snapshot.ts";
import type { OwnStates } from "./states.ts";

/** Stands among novel states for a proof of the symmetry that brought something up. */
export const proof = -1;

/** States that are looked at beside those in which something came up for the first time. */
const sample = 200;

/**
 * Brings a new world to number everything as the world of a snapshot did. Numbers follow the order in which things come
 * up, so all moves are made again from those states, in their order, in which something came up for the first time;
 * they are few. Whatever they lead to must be among the states of the snapshot, and so must what some others lead to.
 */
export const relive = (
  world: World,
  places: Places,
  states: OwnStates,
  saved: Snapshot,
  symmetry: Symmetry | undefined,
): void => {
  const { expanded } = saved.words.progress!;
  const random = new Random(1);
  const others = Array.from({ length: Math.min(sample, expanded) }, () => random.below(expanded));
  const look = (state: number): void => {
    places.put(states.load(state));
    makeMoves(world, symmetry, () => {
      if (states.find(places.changes()) < 0) throw foreign();
    });
  };
  world.uncounted(() => {
    try {
      for (const state of rowIn(saved, "novel"))
        if (state === proof) symmetry!.test();
        else look(state);
      for (const state of others) look(state);
    } catch (error) {
      // A number that means nothing here may fail in any way.
      throw error instanceof Mistake ? error : foreign();
    }
    places.put(states.load(0));
  });
};

/** Makes every move from the present state as an explorer does, and takes it back after `made`. */
export const makeMoves = (
  world: World,
  symmetry: Symmetry | undefined,
  made: () => void = () => undefined,
): void => {
  const moves = new MoveList();
  // To know how many states it stands for, names are looked up.
  void symmetry?.orbit;
  world.offers.list(moves);
  for (let at = 0; at < moves.count; at++) {
    if (!world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) continue;
    symmetry?.settle();
    made();
    world.goBack();
  }
};

const foreign = (): Mistake =>
  new Mistake({
    what: "this checkpoint does not fit: a move leads to a state that its search had not reached",
    why: "the states of a checkpoint mean something only to the very models and the sealcheck that it was made with",
    todo: "begin without it; if nothing was changed, a model keeps something outside of its context",
  });
