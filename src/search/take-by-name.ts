import { MoveList, type Who, type World } from "../world/index.ts";

/** Makes the move of that name, if it is on offer; false leaves the world as it was. */
export const takeByName = (world: World, name: string, who: Who = "all"): boolean => {
  const moves = new MoveList();
  world.offers.list(moves, who);
  for (let at = 0; at < moves.count; at++)
    if (world.offers.nameOf(moves, at) === name)
      return world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!);
  return false;
};
