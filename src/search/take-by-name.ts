import { MoveList, type Who, type World } from "../world/index.ts";

/**
 * Makes the move of that name, if it is on offer; false leaves the world as it was. `offered` is used up; give it where
 * many moves are made.
 */
export const takeByName = (
  world: World,
  name: string,
  who: Who = "all",
  offered: MoveList = new MoveList(),
): boolean => {
  world.offers.list(offered, who);
  for (let at = 0; at < offered.count; at++)
    if (world.offers.nameOf(offered, at) === name)
      return world.apply(offered.kind[at]!, offered.a[at]!, offered.b[at]!, offered.outputs[at]!);
  return false;
};
