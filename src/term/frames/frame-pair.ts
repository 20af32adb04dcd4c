import type { Term } from "../bank.ts";
import { lockOf } from "../opening.ts";
import { publicKey } from "../term.ts";
import { Composing, type Known } from "./composing.ts";
import { raised, type Distinction, type Recipe, type Side } from "./recipe.ts";

/** Which message bodies an observer may guess, because they are what the two runs differ in. */
export type Guessable = (body: Term) => boolean;

const sides: readonly Side[] = ["left", "right"];

/**
 * Two frames side by side: what the same recipes give on the left and on the right. They are kept taken apart as far as
 * the known keys go, without what the others compose, so that every recipe is a composition of what is kept. Then two
 * frames are statically equivalent if each destructor that works on one side works on the other, and each equation
 * between what is kept and what the rest composes holds on both: Abadi and Cortier, "Deciding knowledge in security
 * protocols under equational theories" (TCS 2006), for constructors that are free but for the order of exponents and
 * destructors that may fail, as Cheval, Kremer and Rakotonirina have them ("DeepSec", S&P 2018). The saturation keeps a
 * recipe with every term, as YAPA (Baudet, Cortier and Delaune, RTA 2009) and KISS (Ciobâcă, Delaune and Kremer, CADE
 * 2009) do.
 *
 * A ciphertext stands for itself alone unless its randomness was named: seen twice it is the same one, and nobody can
 * make it again, whatever they know.
 */
export class FramePair {
  #kept: Known[] = [];
  readonly #guessable: Guessable;
  readonly #waiting: Known[] = [];

  constructor(kept: readonly Known[], guessable: Guessable) {
    this.#kept = [...kept];
    this.#guessable = guessable;
  }

  /** What is kept; two pairs of frames that keep the same can be told apart in the same ways. */
  get kept(): readonly Known[] {
    return this.#kept;
  }

  /** Adds what was seen next on both sides. Answers how to tell them apart, if that can be told now. */
  add(left: Term, right: Term, recipe: Recipe): Distinction | undefined {
    this.#waiting.push({ left, right, recipe });
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const found = this.#keep(next) ?? (this.#waiting.length === 0 ? this.#settle() : undefined);
      if (found) return found;
    }
    return undefined;
  }

  /** Keeps one more, unless the others compose it, and takes it apart. */
  #keep(known: Known): Distinction | undefined {
    const composing = this.#composing();
    const equation = composing.equation(known);
    if (equation === "composed") return undefined;
    if (equation) return equation;
    this.#kept.push(known);
    return this.#takeApart(known);
  }

  /** What needs no key. */
  #takeApart({ left, right, recipe }: Known): Distinction | undefined {
    for (const [kind, whats] of [
      ["pair", ["first", "second"]],
      ["sign", ["signed"]],
    ] as const) {
      if (left.kind !== kind && right.kind !== kind) continue;
      for (const what of whats) {
        const taken: Recipe = { is: what, of: [recipe] };
        if (left.kind !== right.kind) return succeeds(taken, left.kind === kind ? "left" : "right");
        const at = what === "first" ? 0 : 1;
        this.#waiting.push({ left: left.parts[at]!, right: right.parts[at]!, recipe: taken });
      }
    }
    return undefined;
  }

  /** Once nothing waits: opens what can be opened now, and holds everything kept against what the rest composes. */
  #settle(): Distinction | undefined {
    const composing = this.#composing();
    for (const known of this.#kept) {
      const found = this.#open(known, composing) ?? verify(known, composing);
      if (found) return found;
      if (this.#waiting.length > 0) return undefined;
    }
    return this.#dropComposed() ?? powers(this.#kept, composing);
  }

  #open(known: Known, composing: Composing): Distinction | undefined {
    const { recipe } = known;
    for (const side of sides) {
      const lock = lockOf(known[side]);
      const key = lock && composing.imageOf(lock.key, side);
      if (!lock || !key) continue;
      const other = lockOf(known[side === "left" ? "right" : "left"]);
      const opened: Recipe = { is: "opened", of: [key.recipe, recipe] };
      if (other?.key !== key.other) return succeeds(opened, side);
      const [left, right] =
        side === "left" ? [lock.inside, other.inside] : [other.inside, lock.inside];
      const inside = { left, right, recipe: opened };
      const equation = composing.equation(inside);
      if (equation === undefined) this.#waiting.push(inside);
      return equation === "composed" ? undefined : equation;
    }
    return undefined;
  }

  #dropComposed(): Distinction | undefined {
    for (let at = this.#kept.length - 1; at >= 0; at--) {
      const known = this.#kept[at]!;
      const rest = new Composing(this.#kept.toSpliced(at, 1), this.#guessable);
      const equation = rest.equation(known);
      if (equation === "composed") this.#kept.splice(at, 1);
      else if (equation) return equation;
    }
    return undefined;
  }

  #composing(): Composing {
    return new Composing(this.#kept, this.#guessable);
  }
}

const succeeds = (recipe: Recipe, on: Side): Distinction => ({ test: "succeeds", recipe, on });

/** Whether a signature that somebody can check on one side is good on the other. */
const verify = (known: Known, composing: Composing): Distinction | undefined => {
  if (known.left.kind !== "sign") return undefined;
  for (const side of sides) {
    const key = composing.imageOf(publicKey(known[side].parts[0]!), side);
    if (!key) continue;
    const other = known[side === "left" ? "right" : "left"];
    if (key.other !== publicKey(other.parts[0]!))
      return succeeds({ is: "verified", of: [key.recipe, known.recipe] }, side);
  }
  return undefined;
};

/**
 * Two powers with the same unknown exponents meet once each is raised to the known ones of the other; all their common
 * multiples follow from that one.
 */
const powers = (kept: readonly Known[], composing: Composing): Distinction | undefined => {
  for (const side of sides) {
    const raisable = kept
      .filter((known) => known[side].kind === "dh")
      .map((known) => ({ known, ...composing.exponents(known[side], side) }));
    for (const [at, one] of raisable.entries())
      for (const other of raisable.slice(at + 1)) {
        if (one.unknown !== other.unknown) continue;
        const further = side === "left" ? "right" : "left";
        const images = [
          raised(one.known[further], other.images),
          raised(other.known[further], one.images),
        ];
        if (images[0] === images[1]) continue;
        const recipes = [
          raising(one.known.recipe, other.recipes),
          raising(other.known.recipe, one.recipes),
        ] as const;
        return { test: "equal", recipes, on: side };
      }
  }
  return undefined;
};

const raising = (base: Recipe, exponents: readonly Recipe[]): Recipe =>
  exponents.length === 0 ? base : { is: "raised", of: [base, ...exponents] };
