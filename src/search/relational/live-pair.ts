import type { Invariant } from "../../promise/index.ts";
import { carriedOut, forgedFrom, type Side } from "../../term/index.ts";
import { itemName, natureOf, sending, type LiveItem, type LiveMove } from "../../world/index.ts";
import { compositionOf } from "../task.ts";
import { Disagreement } from "../confirm.ts";
import { randomnessOf } from "./hands.ts";
import { guessesOf } from "./guesses.ts";
import { impossible, LiveRun, type LiveRunStep, type Passed, type Seen } from "./live-run.ts";
import { sidesOfName, type NamedSides } from "./pair-names.ts";
import { guessableIn, type Question } from "./question.ts";
import { plain, twinOf } from "./twins.ts";

/** What a pair of moves came to; undefined where a run stood still. */
export interface LivePairStep {
  readonly left: LiveRunStep | undefined;
  readonly right: LiveRunStep | undefined;
  /** Whether an adversary laid hands on a message that they have in one run only. */
  readonly oneSided: boolean;
}

type Items = Readonly<Record<Side, LiveItem | undefined>>;

/**
 * Two runs on live actors that make moves together. What an adversary does must be the same recipe in both, and that is
 * judged here anew: by the place of a message, by the moment at which it was seen, or by carrying out how it is made.
 */
export class LivePair {
  readonly left: LiveRun;
  readonly right: LiveRun;
  readonly #question: Question;
  /** What the adversary has seen at one moment, each time. */
  readonly #seen: Items[] = [];
  /** Whether both runs have given the adversary as many terms at every moment. */
  #evenly = true;

  /** In both, the invariants that are `watched` are judged as well. */
  constructor(question: Question, watched: readonly Invariant[] = []) {
    const composition = compositionOf(question.task);
    const twin = twinOf(composition, question.rule);
    this.#question = question;
    this.left = new LiveRun(question, composition, watched);
    this.right = new LiveRun(question, twin, watched);
    const guesses = guessesOf(question, [composition, twin]);
    for (const { world } of [this.left, this.right]) world.guesses = guesses;
    this.#see(waiting(this.left), waiting(this.right));
  }

  /** Makes a move of the set-up in both. */
  prepare(name: string): Readonly<Record<Side, readonly Seen[]>> {
    const sees = { left: this.left.prepare(name), right: this.right.prepare(name) };
    this.#note();
    return sees;
  }

  startHere(): void {
    this.left.world.startHere();
    this.right.world.startHere();
  }

  /** Makes the pair of moves of that name. Throws a Mistake if it is not possible. */
  take(name: string): LivePairStep {
    const sides = sidesOfName(name);
    const taken = this.#taken(name, sides);
    this.#note(taken);
    return taken;
  }

  #taken(name: string, sides: NamedSides): LivePairStep {
    const move = (sides.left ?? sides.right)!;
    const [kind] = move.split(" ");
    if (natureOf(move) === "attack" && kind === "replay") return this.#replay(name, sides);
    if (natureOf(move) === "attack" && kind === "inject") return this.#inject(name, sides);
    const oneSided = this.#grips(name, sides);
    return {
      left: sides.left === undefined ? undefined : this.left.take(sides.left),
      right: sides.right === undefined ? undefined : this.right.take(sides.right),
      oneSided,
    };
  }

  /** Whether the adversary lays hands on a message of one run only; throws unless both are theirs by the same recipe. */
  #grips(name: string, sides: NamedSides): boolean {
    const grip = (side: Side): LiveMove["grip"] =>
      sides[side] === undefined ? undefined : this[side].offered(sides[side])?.grip;
    const [left, right] = [grip("left"), grip("right")];
    const [one, other] = left ? [left, right] : [right, left];
    if (!one) return false;
    if (sides.left !== undefined && sides.right !== undefined) {
      const same =
        other !== undefined &&
        one.channel === other.channel &&
        one.at === other.at &&
        (one.at !== undefined || this.#sameMoment({ left: left!.item, right: right!.item }));
      return same ? false : impossible(name);
    }
    const standing = left ? this.right : this.left;
    const kind = (sides.left ?? sides.right)!.split(" ")[0]!;
    const there = standing.world
      .moves()
      .some(
        (offered) =>
          offered.name.startsWith(`${kind} `) &&
          offered.grip?.channel === one.channel &&
          (one.at !== undefined
            ? offered.grip.at === one.at
            : this.#sameMoment(
                left
                  ? { left: one.item, right: offered.grip.item }
                  : { left: offered.grip.item, right: one.item },
              )),
      );
    return there && one.at !== undefined ? impossible(name) : true;
  }

  /** Whether two messages were seen at one moment; of those that were never seen, each is as good as the other. */
  #sameMoment({ left, right }: Items): boolean {
    const together = this.#seen.some(
      (seen) => isSame(seen.left, left) && isSame(seen.right, right),
    );
    const unseen = !this.#seen.some((seen) => isSame(seen.left, left) || isSame(seen.right, right));
    return together || unseen;
  }

  #replay(name: string, sides: NamedSides): LivePairStep {
    const offers = this.#sendings("replay");
    for (const items of this.#seen)
      for (const { channel, item, side } of offers)
        if (isSame(items[side], item) && this.#isNamed(sides, "replay", channel, items))
          return this.#send("replay", channel, items);
    return impossible(name);
  }

  #inject(name: string, sides: NamedSides): LivePairStep {
    for (const { channel, item, side } of this.#sendings("inject")) {
      const items = this.#forged(item, side, sides.guessed);
      if (items && this.#isNamed(sides, "inject", channel, items))
        return this.#send("inject", channel, items);
    }
    return impossible(name);
  }

  /** Carries out in both runs how the adversary makes a message of one. */
  #forged({ to, event, term }: LiveItem, side: Side, guessed: boolean): Items | undefined {
    const randomness = randomnessOf(this.left.world.adversary!.name);
    const frames = {
      left: [...this.left.got, randomness],
      right: [...this.right.got, randomness],
    };
    const guessable = guessed ? guessableIn(this.#question.rule) : undefined;
    const forged = this.#evenly
      ? forgedFrom(frames.left, frames.right, term, side, randomness, guessable)
      : undefined;
    if (!forged) return undefined;
    for (const each of ["left", "right"] as const)
      if (carriedOut(forged.recipe, frames[each]) !== forged[each])
        throw new Disagreement("a recipe does not give what it was said to give", [], []);
    return {
      left: { to, event, term: forged.left },
      right: { to, event, term: forged.right },
    };
  }

  #send(kind: string, channel: string, items: Items): LivePairStep {
    const send = (side: Side): LiveRunStep | undefined => {
      const item = items[side];
      const { world } = this[side];
      const over = world.channels.get(channel)!.channel;
      return item && this[side].make(sending(world, kind, over, item));
    };
    return { left: send("left"), right: send("right"), oneSided: false };
  }

  /** What the adversary could send in either run, so that something comes of it. */
  #sendings(kind: string): { channel: string; item: LiveItem; side: Side }[] {
    return (["left", "right"] as const).flatMap((side) =>
      this[side].world
        .moves()
        .flatMap(({ name, sends }) =>
          sends && name.startsWith(`${kind} `)
            ? [{ channel: sends.channel.name, item: sends.item, side }]
            : [],
        ),
    );
  }

  #isNamed(sides: NamedSides, kind: string, channel: string, items: Items): boolean {
    return (["left", "right"] as const).every((side) => {
      const item = items[side];
      // Of a guess one can tell of which run the text is.
      const told = sides.guessed && side === "left" ? (name: string) => name : plain;
      const name = item && told(`${kind} ${channel} [${itemName(item)}]`);
      return name === (sides[side] === undefined ? undefined : told(sides[side]));
    });
  }

  /** Takes up what the adversary has got by a move, of each run that moved. */
  #note(taken?: LivePairStep): void {
    const moved = (side: Side): boolean => !taken || taken[side] !== undefined;
    this.#see(moved("left") ? this.left.passed : [], moved("right") ? this.right.passed : []);
    this.#evenly &&= this.left.got.length === this.right.got.length;
  }

  #see(left: readonly Passed[], right: readonly Passed[]): void {
    const numbered = (of: readonly Passed[]): Map<string, LiveItem> =>
      new Map(
        of.map(({ channel, item }, at) => [
          `${of.slice(0, at).filter((one) => one.channel === channel).length} ${channel}`,
          item,
        ]),
      );
    const [mine, theirs] = [numbered(left), numbered(right)];
    for (const moment of new Set([...mine.keys(), ...theirs.keys()]))
      this.#seen.push({ left: mine.get(moment), right: theirs.get(moment) });
  }
}

/** Messages that wait under the adversary's control. */
const waiting = ({ world }: LiveRun): Passed[] =>
  [...world.channels.values()].flatMap(({ channel, items }) =>
    world.isControlled(channel) ? items.map((item) => ({ channel: channel.name, item })) : [],
  );

const isSame = (one: LiveItem | undefined, other: LiveItem | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.term === other.term &&
  itemName(one) === itemName(other);
