import { MoveKind, moveKindNames } from "../../world/index.ts";
import { Came, type PairWorld } from "./pair-world.ts";
import { still } from "./side.ts";
import { plain } from "./twins.ts";

const alone = /^(left|right) alone: (.*)$/s;
/** Between the names of a move in both runs, where they differ. */
const beside = " ∥ ";
/** Ends the name of what is made up of a guess: in the second run, too, the text is the one that is named. */
const guess = ", as a guess";

/** A pair of moves as it is named: as in both runs; where only one run moves, with which. */
export const nameOfPair = ({ moves, left, right }: PairWorld, pair: number): string => {
  const kind = moves.kinds.values[pair]! as MoveKind;
  const time = moves.times.values[pair]!;
  if (time !== 0) return `${moveKindNames[kind]} +${time}`;
  const [one, other] = [moves.leftOf(pair), moves.rightOf(pair)];
  const mine = one === still ? undefined : left.offers.nameOf(moves.left.moves, one);
  const theirs = other === still ? undefined : plain(right.offers.nameOf(moves.right.moves, other));
  if (mine === undefined) return `right alone: ${theirs}`;
  if (theirs === undefined) return `left alone: ${mine}`;
  const both = plain(mine) === theirs ? mine : `${mine}${beside}${theirs}`;
  return moves.guessed.values[pair] === 1 ? asGuess(both) : both;
};

/** The name of a move in which what is made up has a guess in it. */
export const asGuess = (name: string): string => `${name}${guess}`;

/** The moves of both runs by the name of a pair; undefined where a run stands still. */
export interface NamedSides {
  readonly left: string | undefined;
  readonly right: string | undefined;
  /** Whether whatever text stands in it is a guess. */
  readonly guessed: boolean;
}

export const sidesOfName = (name: string): NamedSides => {
  const [, which, move] = alone.exec(name) ?? [];
  const guessed = name.endsWith(guess);
  if (which !== undefined)
    return which === "left"
      ? { left: move, right: undefined, guessed }
      : { left: undefined, right: move, guessed };
  const [left, right = left] = (guessed ? name.slice(0, -guess.length) : name).split(beside);
  return { left, right, guessed };
};

/**
 * The pair of that name, or else one by which the same is done in one of the runs; -1 if there is none. What one run did
 * alone it may do together with the other once something before was left out.
 */
export const pairNamed = (pair: PairWorld, name: string): number => {
  const wanted = sidesOfName(name);
  let like = -1;
  for (let at = 0; at < pair.moves.count; at++) {
    const offered = nameOfPair(pair, at);
    if (offered === name) return at;
    if (like < 0 && shares(sidesOfName(offered), wanted)) like = at;
  }
  return like;
};

const shares = (one: NamedSides, other: NamedSides): boolean =>
  [one.left, one.right].some(
    (move) => move !== undefined && (move === other.left || move === other.right),
  );

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
