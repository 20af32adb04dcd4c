import { MoveList, type World } from "../../src/world/index.ts";
import { drawing, type Draw } from "../machine/draw.ts";

/** One move on offer, as the world takes it. */
export interface Offered {
  readonly name: string;
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly outputs: number;
}

export const offersOf = (world: World): Offered[] => {
  const list = new MoveList();
  world.offers.list(list);
  return Array.from({ length: list.count }, (_, at) => ({
    name: world.offers.nameOf(list, at),
    kind: list.kind[at]!,
    a: list.a[at]!,
    b: list.b[at]!,
    outputs: list.outputs[at]!,
  }));
};

export const make = (world: World, { kind, a, b, outputs }: Offered): boolean =>
  world.apply(kind, a, b, outputs);

/** Whether a move would put more into some channel than fits: only such moves may be refused. */
const nearFull = (world: World): boolean =>
  world.plan.channels.some(
    ({ capacity }, channel) =>
      world.lists.length(world.cells[world.layout.channels + channel]!) >= capacity - 3,
  );

/** What somebody who only watches can tell of a world's present state. */
export const appearance = (world: World): string =>
  [...world.offers.names(), ...world.save()].join("\n");

/**
 * Walks at random for some moves and calls `visit` in every state with all that is on offer there. Moves that are
 * refused for want of room are reported as such.
 */
export const walk = (
  world: World,
  seed: number,
  most: number,
  visit: (offered: readonly Offered[], draw: Draw) => void,
): string[] => {
  const draw = drawing(seed);
  const names: string[] = [];
  world.begin();
  while (names.length < most) {
    const offered = offersOf(world);
    visit(offered, draw);
    const open = [...offered];
    let made: Offered | undefined;
    while (open.length > 0 && !made) {
      const [one] = open.splice(draw(open.length), 1);
      if (make(world, one!)) made = one;
      else if (!nearFull(world)) throw new Error(`${one!.name} was refused though there is room`);
    }
    if (!made) break;
    names.push(made.name);
  }
  return names;
};
