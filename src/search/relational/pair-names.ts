import { Came, type PairWorld } from "./pair-world.ts";
import { still } from "./pair-moves.ts";
import { plain } from "./twins.ts";

const alone = /^(left|right) alone: /;

/** A pair of moves as it is named: by the first run's move; where only one run moves, with which. */
export const nameOfPair = ({ moves, left, right }: PairWorld, pair: number): string => {
  const time = moves.times.values[pair]!;
  if (time !== 0) return time > 0 ? `time +${time}` : `delay +${-time}`;
  const one = moves.leftOf(pair);
  const other = moves.rightOf(pair);
  if (one === still) return `right alone: ${plain(right.offers.nameOf(moves.right.moves, other))}`;
  const name = left.offers.nameOf(moves.left.moves, one);
  return other === still ? `left alone: ${name}` : name;
};

/** Which run makes a move of that name, and the move's own name. */
export const partsOfName = (
  name: string,
): { readonly alone: "left" | "right" | undefined; readonly move: string } => {
  const which = alone.exec(name)?.[1] as "left" | "right" | undefined;
  return { alone: which, move: name.replace(alone, "") };
};

/**
 * The pair of that name, or else one by which the same is done in both runs or in the other; -1 if there is none. What
 * one run did alone it may do together with the other once something before was left out.
 */
export const pairNamed = (pair: PairWorld, name: string): number => {
  const { move } = partsOfName(name);
  let like = -1;
  for (let at = 0; at < pair.moves.count; at++) {
    const offered = nameOfPair(pair, at);
    if (offered === name) return at;
    if (like < 0 && partsOfName(offered).move === move) like = at;
  }
  return like;
};

/** What following pairs of moves by name came to. */
export interface FollowedPair {
  /** Those that were possible, in order, up to and including the one that tells the runs apart. */
  readonly moves: readonly string[];
  readonly apart: boolean;
}

/** Follows pairs of moves by name from the start until the observer tells the runs apart; leaves out what is not possible. */
export const followPair = (pair: PairWorld, names: readonly string[]): FollowedPair => {
  const { counting } = pair;
  pair.counting = false;
  pair.begin();
  const moves: string[] = [];
  let apart = pair.apartAtOnce;
  for (const name of names) {
    if (apart) break;
    pair.list();
    const at = pairNamed(pair, name);
    if (at < 0) continue;
    const made = nameOfPair(pair, at);
    const came = pair.apply(at);
    if (came === Came.refused || came === Came.unresolved) continue;
    moves.push(made);
    apart = came === Came.apart;
  }
  pair.counting = counting;
  return { moves, apart };
};
