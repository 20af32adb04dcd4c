import { Mistake } from "../mistake.ts";
import { intern, type Literal, type Term } from "./bank.ts";

/** Carries no information: what travels beside an event that carries no term. Its id is 0. */
export const nothing: Term = intern("nothing", [], "nothing");

/** A public name or constant that everybody knows. */
export const atom = (label: string): Term => intern("atom", [], label);

/** Something nobody knows unless told: a key, a nonce, an exponent. */
export const secret = (label: string): Term => intern("secret", [], label);

/**
 * The content of one message, with the attributes that promises may ask about. A label stands for one body: the same
 * label with other attributes throws a {@link Mistake}.
 */
export const body = (label: string, about: Readonly<Record<string, Literal>> = {}): Term => {
  const attributes = Object.freeze(
    Object.fromEntries(
      Object.entries(about).toSorted(([left], [right]) => (left < right ? -1 : 1)),
    ),
  );
  const term = intern("body", [], label, attributes);
  if (JSON.stringify(term.about) !== JSON.stringify(attributes))
    throw new Mistake({
      what: `two message bodies are called "${label}", with different attributes`,
      why: "a label names one message",
      todo: "number them, e.g. with the count that a fresh term is given",
    });
  return term;
};

/** Two terms side by side; whoever has the pair has both. */
export const pair = (left: Term, right: Term): Term =>
  intern("pair", [left, right], `(${left.label}, ${right.label})`);

/** Several terms side by side. */
export const tuple = (first: Term, ...rest: readonly Term[]): Term =>
  rest.length === 0 ? first : pair(first, tuple(rest[0]!, ...rest.slice(1)));

/** The public half of the key pair whose private half is `secret`. */
export const publicKey = (half: Term): Term => intern("public", [half], `public ${half.label}`);

/**
 * Symmetric encryption. It is randomised: nobody can make the same ciphertext again, so none is recognised by what is in
 * it. Two encryptions of one text are two only if each names its fresh `randomness`; with {@link deterministic} they are
 * one, and whoever has the key and can guess the text recognises it.
 */
export const encrypt = (key: Term, text: Term, randomness: Term = nothing): Term =>
  intern(
    "encrypt",
    [key, text, randomness],
    `{${text.label}} under ${key.label}${randomized(randomness)}`,
  );

/** The randomness of an encryption that has none, to be declared where it is so. */
export const deterministic: Term = atom("no randomness");

/** Encryption to a public key; randomised like {@link encrypt}. */
export const seal = (key: Term, text: Term, randomness: Term = nothing): Term =>
  intern(
    "seal",
    [key, text, randomness],
    `{${text.label}} sealed for ${key.label}${randomized(randomness)}`,
  );

/** A signed text, readable by everybody who has it. */
export const sign = (key: Term, text: Term): Term =>
  intern("sign", [key, text], `${text.label} signed with ${key.label}`);

/** A keyed checksum; reveals nothing. */
export const mac = (key: Term, text: Term): Term =>
  intern("mac", [key, text], `mac of ${text.label} with ${key.label}`);

/** A one-way image. */
export const hash = (text: Term): Term => intern("hash", [text], `hash of ${text.label}`);

/** A key derived from a secret for a purpose. */
export const kdf = (from: Term, purpose: Term): Term =>
  intern("kdf", [from, purpose], `key from ${from.label} for ${purpose.label}`);

/**
 * Diffie-Hellman: the generator raised to all these exponents, in any order. `dh(a)` is the public half of `a`;
 * whoever knows `b` and `dh(a)` can make `dh(a, b)`. No inverses.
 */
export const dh = (...exponents: readonly Term[]): Term => {
  const sorted = exponents.toSorted(byLabel);
  return intern("dh", sorted, `g^(${sorted.map(({ label }) => label).join("·")})`);
};

/** The term made as this one is, of other parts. */
export const remade = ({ kind }: Pick<Term, "kind">, parts: readonly Term[]): Term =>
  (makers[kind as keyof typeof makers] as (...parts: readonly Term[]) => Term)(...parts);

const makers = { pair, public: publicKey, encrypt, seal, sign, mac, hash, kdf, dh };

/** Labels name messages under way, so those of two encryptions of one text must differ as the encryptions do. */
const randomized = (randomness: Term): string =>
  randomness === nothing ? "" : ` with ${randomness.label}`;

/** By label, so that terms read the same in every process; by id where two unlike terms share a label. */
const byLabel = (left: Term, right: Term): number =>
  left.label < right.label ? -1 : left.label > right.label ? 1 : left.id - right.id;
