import * as fc from "fast-check";
import { atom, body, encrypt, nothing, remade, secret, type Term } from "../../src/term/index.ts";
import { observations } from "./random-terms.ts";

/** Two of the three texts may be guessed. */
export const guessable = ({ label }: Term): boolean => label !== "message three";

/** What every observer has from the start. */
export const publics: readonly Term[] = [
  atom("purpose"),
  nothing,
  body("message one", { number: "one" }),
  body("message two", { number: "two" }),
];

const replaceable: readonly (readonly [Term, Term])[] = [
  [secret("a"), secret("d")],
  [secret("b"), secret("c")],
  [body("message one", { number: "one" }), body("message two", { number: "two" })],
  [body("message one", { number: "one" }), body("message three", { number: "three" })],
  [secret("a"), encrypt(secret("d"), secret("c"))],
  [secret("c"), atom("purpose")],
];

/** Frames that differ in some leaves, here and there; more often than not in one way throughout, as a secret is. */
export const framePairs = fc
  .record({
    from: observations,
    swaps: fc.uniqueArray(fc.nat({ max: replaceable.length - 1 }), { minLength: 1, maxLength: 2 }),
    both: fc.boolean(),
    only: fc.option(fc.nat({ max: 8 })),
  })
  .map(({ from: { observed }, swaps, both, only }) => {
    const images = new Map<Term, Term>();
    for (const at of swaps) {
      const [one, other] = replaceable[at]!;
      images.set(one, other);
      if (both && other.parts.length === 0) images.set(other, one);
    }
    const right = observed.map((term, at) =>
      only === null || at === only ? replaced(term, images) : term,
    );
    return [observed, right] as const;
  })
  .filter(([left, right]) => left.some((term, at) => term !== right[at]));

const replaced = (term: Term, images: ReadonlyMap<Term, Term>): Term => {
  const image = images.get(term);
  if (image) return image;
  if (term.parts.length === 0) return term;
  return remade(
    term,
    term.parts.map((part) => replaced(part, images)),
  );
};
