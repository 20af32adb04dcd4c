import { MoveList, type Who, type World } from "../world/index.ts";

/** Lists what is on offer, and answers where the move of that name stands in it; -1 if it is not on offer. */
export const offeredAs = (world: World, name: string, who: Who, offered: MoveList): number => {
  world.offers.list(offered, who);
  let at = 0;
  while (at < offered.count && world.offers.nameOf(offered, at) !== name) at++;
  return at < offered.count ? at : -1;
};

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
  const at = offeredAs(world, name, who, offered);
  return (
    at >= 0 && world.apply(offered.kind[at]!, offered.a[at]!, offered.b[at]!, offered.outputs[at]!)
  );
};
