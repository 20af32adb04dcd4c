import { MoveList, type World } from "../../world/index.ts";
import { plain } from "./twins.ts";

/** Makes a move of the set-up, by the name that it has in the first run; false if there is none. */
export const takePlain = (world: World, name: string): boolean => {
  const moves = new MoveList();
  world.offers.list(moves, "setUp");
  for (let at = 0; at < moves.count; at++)
    if (plain(world.offers.nameOf(moves, at)) === plain(name))
      return world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!);
  return false;
};
