import { distinctionOf, nothing, tellsApart, type Term } from "../../term/index.ts";
import { NotPossible } from "../../world/index.ts";
import { Disagreement } from "../confirm.ts";
import type { ToldStep } from "../result.ts";
import { LivePair, type LivePairStep } from "./live-pair.ts";
import type { LiveRunStep, Seen } from "./live-run.ts";
import { asGuess, sidesOfName } from "./pair-names.ts";
import { guessableIn, type Question } from "./question.ts";
import {
  toldRecipe,
  type Occasion,
  type ToldDifference,
  type ToldPair,
  type ToldRunStep,
} from "./told-pair.ts";

/** Two runs as they went on live actors. */
export interface PlayedPair {
  /** The moves, with what was so in the first run; a move of the second alone shows what was so there. */
  readonly steps: readonly ToldStep[];
  /** After how many moves the observer tells them apart, if it does. */
  readonly apartAfter: number | undefined;
  /** Undefined unless it does at the last move, and not before. */
  readonly pair: ToldPair | undefined;
}

/**
 * Makes the moves of a pair of runs on live actors and asks whether the observer tells the runs apart at the last of
 * them, by comparing all that it saw, word for word and by a test that is carried out on both sides. Throws a Mistake at
 * a move that is not possible.
 */
export const playPair = (question: Question, moves: readonly string[]): PlayedPair => {
  const { task, rule, observer } = question;
  const judge = new Judge(question);
  let difference = judge.setUp(task.scenario.setUp);
  let apartAfter = difference ? 0 : undefined;
  const steps: ToldStep[] = [];
  const told: ToldPair["steps"][number][] = [];
  for (const name of moves) {
    const { left, right, apart } = judge.take(name);
    steps.push({ move: name, facts: (left ?? right)!.facts });
    difference ??= apart;
    if (apart) apartAfter ??= steps.length;
    const tell = sidesOfName(name).guessed ? toldGuess : toldStep;
    told.push({ left: left && tell(left), right: right && tell(right) });
  }
  if (!difference || apartAfter !== moves.length) return { steps, apartAfter, pair: undefined };
  const pair = { observer, secret: rule.secret.says, steps: told, difference };
  return { steps, apartAfter, pair };
};

/** The same for moves that a search proposed: that one of them is not possible is no mistake of a user's. */
export const confirmPair = (
  question: Question,
  moves: readonly string[],
): Pick<PlayedPair, "steps"> & { readonly pair: ToldPair } => {
  const { invariant, observer } = question;
  try {
    const { steps, pair } = playPair(question, moves);
    if (pair) return { steps, pair };
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    throw new Disagreement("tables offer a move that live actors do not", moves, [error.text.what]);
  }
  throw new Disagreement(
    `tables say that ${observer} tells two runs apart against ${invariant.id}, live actors do not`,
    moves,
    [],
  );
};

const toldStep = ({ move, sees }: LiveRunStep): ToldRunStep => ({
  move,
  sees: sees.map(({ as, term }) => (term === nothing ? as : `${as}: ${term.label}`)),
});

const toldGuess = (step: LiveRunStep): ToldRunStep => ({
  ...toldStep(step),
  move: asGuess(step.move),
});

/** Both runs, and the frames of what the observer saw of them so far. */
class Judge {
  readonly #question: Question;
  readonly #pair: LivePair;
  readonly #frames: { readonly left: Term[]; readonly right: Term[] };
  readonly #occasions: Occasion[];
  #step = 0;

  constructor(question: Question) {
    this.#question = question;
    this.#pair = new LivePair(question);
    const { left, right } = this.#pair;
    this.#frames = { left: [...left.known], right: [...right.known] };
    this.#occasions = left.known.map(() => ({ step: 0, as: "what is known from the start" }));
  }

  setUp(names: readonly string[]): ToldDifference | undefined {
    let apart: ToldDifference | undefined;
    for (const name of names) {
      const { left, right } = this.#pair.prepare(name);
      apart ??= this.#compare(left, right);
    }
    this.#pair.startHere();
    return apart ?? this.#choices();
  }

  take(name: string): LivePairStep & { readonly apart: ToldDifference | undefined } {
    this.#step++;
    const taken = this.#pair.take(name);
    const { left, right } = taken;
    const apart =
      this.#compare(left?.sees ?? [], right?.sees ?? []) ?? this.#means(taken) ?? this.#choices();
    return { ...taken, apart };
  }

  /** Whoever is of one coalition with the adversary knows on what they can lay hands. */
  #means({ left, right, oneSided }: LivePairStep): ToldDifference | undefined {
    const { adversary } = this.#pair.left.world;
    const isTheirs = this.#question.parts.some(({ owner }) => owner === adversary?.coalition);
    if (!oneSided || !isTheirs) return undefined;
    return { by: "means", left: left?.move, right: right?.move };
  }

  #compare(left: readonly Seen[], right: readonly Seen[]): ToldDifference | undefined {
    const { traits } = this.#question.rule;
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
      const [one, other] = [left[at], right[at]];
      if (!one || !other || one.as !== other.as)
        return { by: "sight", left: one?.as, right: other?.as };
      if (traits.includes("lengths") && one.length !== other.length)
        return { by: "length", sight: one.as, left: one.length, right: other.length };
      if (one.term === nothing && other.term === nothing) continue;
      this.#frames.left.push(one.term);
      this.#frames.right.push(other.term);
      this.#occasions.push({ step: this.#step, as: one.as });
    }
    return this.#test();
  }

  /** A test that comes out differently, found anew on everything that was seen, and carried out. */
  #test(): ToldDifference | undefined {
    const { left, right } = this.#frames;
    const found = distinctionOf(left, right, guessableIn(this.#question.rule));
    if (!found) return undefined;
    if (!tellsApart(found, left, right))
      throw new Disagreement("a test was to tell two frames apart, and does not", [], []);
    const recipes = found.test === "succeeds" ? [found.recipe] : found.recipes;
    return {
      by: "test",
      test: found.test,
      on: found.on,
      recipes: recipes.map((recipe) => toldRecipe(recipe, this.#occasions)),
    };
  }

  #choices(): ToldDifference | undefined {
    if (!this.#question.rule.traits.includes("choices")) return undefined;
    const left = this.#pair.left.choices();
    const right = this.#pair.right.choices();
    const onlyLeft = left.filter((choice) => !right.includes(choice));
    const onlyRight = right.filter((choice) => !left.includes(choice));
    if (onlyLeft.length + onlyRight.length === 0) return undefined;
    return { by: "choices", left: onlyLeft, right: onlyRight };
  }
}
