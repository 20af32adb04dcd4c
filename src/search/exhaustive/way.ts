import { MoveList, type MoveKind } from "../../world/index.ts";
import type { Break, Explorer } from "./explorer.ts";

/** The moves that first led an explorer to a state, by name. */
export interface Way {
  readonly moves: readonly string[];
  /**
   * Where one state stands for several, the way may lead to another of them: the permutation that makes it of the one
   * that stands for all.
   */
  readonly turned: number;
}

/** The way to a state, and one more move on offer there, if any. */
export const wayTo = (explorer: Explorer, state: number, move = -1): Way =>
  explorer.world.uncounted(() => {
    const { visited, symmetry } = explorer;
    const path: number[] = [];
    for (let at = state; at >= 0; at = visited.parent(at)) path.unshift(at);
    const moves: string[] = [];
    let turned = 0;
    for (const [at, to] of path.slice(1).entries()) {
      const step = stepBetween(explorer, path[at]!, to);
      moves.push(nameAt(explorer, path[at]!, step.move, turned));
      if (symmetry) turned = symmetry.after(turned, symmetry.inverse(step.settled));
    }
    if (move >= 0) moves.push(nameAt(explorer, state, move, turned));
    return { moves, turned };
  });

/** A break as it happens on the way to it: the moves, and the monitor instance that complains. */
export const wayToBreak = (
  explorer: Explorer,
  { instance, state, move }: Break,
): { readonly moves: readonly string[]; readonly instance: number } => {
  const { moves, turned } = wayTo(explorer, state, move);
  return { moves, instance: explorer.symmetry?.instance(turned, instance) ?? instance };
};

/** The name of the move of a state before which so many others succeed, or of what a permutation makes of it. */
export const nameOfStep = (
  explorer: Explorer,
  state: number,
  before: number,
  turned: number,
): string =>
  explorer.world.uncounted(() => {
    const { world } = explorer;
    const moves = movesOf(explorer, state);
    let succeeded = 0;
    for (let at = 0; at < moves.count; at++) {
      if (!world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!)) continue;
      world.goBack();
      if (succeeded++ === before) return nameAt(explorer, state, at, turned);
    }
    throw new Error(`state ${state} has no more than ${succeeded} moves`);
  });

const movesOf = ({ world, places, visited }: Explorer, state: number): MoveList => {
  const moves = new MoveList();
  places.put(visited.load(state));
  world.offers.list(moves);
  return moves;
};

const nameAt = (explorer: Explorer, state: number, at: number, turned: number): string => {
  const { world, symmetry } = explorer;
  const moves = movesOf(explorer, state);
  if (!symmetry) return world.offers.nameOf(moves, at);
  const kind = moves.kind[at]! as MoveKind;
  const [a, b] = symmetry.move(turned, kind, moves.a[at]!, moves.b[at]!);
  const image = new MoveList();
  image.add(kind, a, b, moves.outputs[at]!);
  symmetry.turn(turned);
  const name = world.offers.nameOf(image, 0);
  world.goBack();
  return name;
};

/** Which of a state's moves leads to another, and what settling the state there took. */
const stepBetween = (
  explorer: Explorer,
  from: number,
  to: number,
): { readonly move: number; readonly settled: number } => {
  const { world, places, visited, symmetry } = explorer;
  const moves = movesOf(explorer, from);
  for (let move = 0; move < moves.count; move++) {
    if (!world.apply(moves.kind[move]!, moves.a[move]!, moves.b[move]!, moves.outputs[move]!))
      continue;
    const settled = symmetry?.settle() ?? 0;
    const reached = visited.find(places.changes());
    world.goBack();
    if (reached === to) return { move, settled };
  }
  throw new Error(`no move leads from state ${from} to state ${to}, and one did`);
};
