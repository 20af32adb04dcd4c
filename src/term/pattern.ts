import { intern, type Literal, type Term, type TermKind } from "./bank.ts";
import { nothing, publicKey, remade } from "./term.ts";

/** What the variables of a pattern stand for, by name. */
export type Bindings = ReadonlyMap<string, Term>;

/**
 * A variable of a pattern: any term, or any of some kinds where whoever matches can tell them apart. A term in which it
 * stands is a pattern, and no message.
 */
export const anything = (name: string, { kinds }: { kinds?: readonly TermKind[] } = {}): Term => {
  const about: Record<string, Literal> = kinds ? { name, kinds: kinds.join(" ") } : { name };
  const label = kinds ? `any ${name} (${kinds.join(" or ")})` : `any ${name}`;
  return intern("anything", [], label, Object.freeze(about));
};

/**
 * What a term binds the variables of a pattern to; undefined if it does not match. It matches as whoever has the keys
 * that the pattern names can tell: variables are read off where decryption leads to them, everything else is made anew
 * and compared. Nobody sees the randomness of an encryption, so a pattern that names none takes any.
 *
 * `publicKey(anything("k"))` takes any public key. What `k` is bound to names it; nobody knows it by that.
 */
export const matching = (pattern: Term, term: Term): Bindings | undefined => {
  if (isHollow(pattern)) return undefined;
  const bound = new Map<string, Term>();
  // A variable that is read may be part of a key that opens more.
  for (let before = -1; before !== bound.size;) {
    before = bound.size;
    if (!read(pattern, term, bound)) return undefined;
  }
  return isLike(filledIn(pattern, bound), term) ? bound : undefined;
};

/** The names of the variables that nobody can read off, whatever the message: those under one-way functions only. */
export const unreadIn = (pattern: Term): readonly string[] => {
  const read = readIn(pattern, (opener, those) =>
    [...variablesIn(opener)].every((name) => those.has(name)),
  );
  return [...variablesIn(pattern)].filter((name) => !read.has(name));
};

/**
 * Whether somebody who was sent a message can tell that it matches: what is not read off has to be made or opened.
 * `derives` says what follows from what they know beside the message and these terms, which are read off it.
 */
export const canCheck = (
  pattern: Term,
  bound: Bindings,
  derives: (read: readonly Term[], goal: Term) => boolean,
): boolean => {
  const has = (part: Term, read: ReadonlyMap<string, Term>): boolean =>
    derives(
      [...read.values()].map((one) => filledIn(one, bound)),
      filledIn(part, bound),
    );
  const read = readIn(pattern, has);
  const check = (part: Term): boolean => {
    if (part.kind === "anything" || has(part, read)) return true;
    if (part.kind === "pair") return part.parts.every(check);
    const opener = openerOf(part);
    return opener !== undefined && has(opener, read) && check(part.parts[1]!);
  };
  return [...variablesIn(pattern)].every((name) => read.has(name)) && check(pattern);
};

/** What it takes to look into an encryption or seal, or to verify a signature. */
const openerOf = ({ kind, parts: [key] }: Term): Term | undefined => {
  if (kind === "sign") return publicKey(key!);
  if (kind === "encrypt") return key;
  return kind === "seal" && key!.kind === "public" ? key!.parts[0] : undefined;
};

/** A variable, or the public half of one. */
const variableIn = (pattern: Term): Term | undefined => {
  const { kind, parts } = pattern;
  if (kind === "anything") return pattern;
  const half = kind === "public" || (kind === "dh" && parts.length === 1) ? parts[0]! : pattern;
  return half.kind === "anything" ? half : undefined;
};

/** Binds what can be read off a term, given what is bound already; false if the term cannot match. */
const read = (pattern: Term, term: Term, bound: Map<string, Term>): boolean => {
  if (pattern.kind === "anything") return bind(pattern, term, bound);
  if (!hasVariables(pattern)) return true;
  if (pattern.kind !== term.kind) return false;
  const [first, second] = pattern.parts as [Term, Term];
  const [left, right] = term.parts as [Term, Term];
  const half = variableIn(pattern);
  if (half) return term.parts.length === 1 && bind(half, left, bound);
  if (pattern.kind === "pair") return read(first, left, bound) && read(second, right, bound);
  if (!openerOf(pattern) || hasVariables(filledIn(first, bound))) return true;
  return filledIn(first, bound) === left && read(second, right, bound);
};

const bind = (variable: Term, term: Term, bound: Map<string, Term>): boolean => {
  const kinds = kindsOf(variable);
  if (kinds && !kinds.includes(term.kind)) return false;
  const known = bound.get(nameOf(variable));
  if (known === undefined) bound.set(nameOf(variable), term);
  return known === undefined || known === term;
};

/** Whether whoever has read these variables has what it takes to open something. */
type Has = (opener: Term, read: ReadonlyMap<string, Term>) => boolean;

/** The variables that can be read off, each with what is read: itself, or its public half. */
const readIn = (pattern: Term, has: Has): ReadonlyMap<string, Term> => {
  const read = new Map<string, Term>();
  // Half of a variable may be read before the whole, and either may open more.
  let before: readonly Term[];
  do {
    before = [...read.values()];
    reach(pattern, read, has);
  } while ([...read.values()].some((one, at) => one !== before[at]));
  return read;
};

const reach = (pattern: Term, read: Map<string, Term>, has: Has): void => {
  const variable = variableIn(pattern);
  const opener = openerOf(pattern);
  if (variable) {
    const name = nameOf(variable);
    if (pattern === variable || !read.has(name)) read.set(name, pattern);
  } else if (pattern.kind === "pair") for (const part of pattern.parts) reach(part, read, has);
  else if (opener && has(opener, read)) reach(pattern.parts[1]!, read, has);
};

/** The name of a variable. */
export const nameOf = ({ about }: Term): string => String(about["name"]);

/** The kinds of terms that a variable stands for; undefined where it stands for any. */
export const kindsOf = ({ about }: Term): readonly string[] | undefined =>
  "kinds" in about ? String(about["kinds"]).split(" ") : undefined;

const variables = new WeakMap<Term, ReadonlySet<string>>();

/** The names of all variables in a pattern. */
const variablesIn = (pattern: Term): ReadonlySet<string> => {
  let known = variables.get(pattern);
  if (!known) {
    known =
      pattern.kind === "anything"
        ? new Set([nameOf(pattern)])
        : new Set(pattern.parts.flatMap((part) => [...variablesIn(part)]));
    variables.set(pattern, known);
  }
  return known;
};

/** Whether a term is a pattern that leaves something open. */
export const hasVariables = (pattern: Term): boolean => variablesIn(pattern).size > 0;

/** The pattern with its variables replaced by what they are bound to. */
export const filledIn = (pattern: Term, bound: Bindings): Term => {
  if (!hasVariables(pattern)) return pattern;
  if (pattern.kind === "anything") return bound.get(nameOf(pattern)) ?? pattern;
  return remade(
    pattern,
    pattern.parts.map((part) => filledIn(part, bound)),
  );
};

/** Whether a term is what a pattern without variables asks for. */
export const isLike = (pattern: Term, term: Term): boolean =>
  pattern === term ||
  (pattern.kind === term.kind &&
    pattern.parts.length === term.parts.length &&
    pattern.parts.length > 0 &&
    pattern.parts.every(
      (part, at) => isRandomness(pattern, at, part) || isLike(part, term.parts[at]!),
    ));

/** A pattern that is made with nothing, e.g. with what a register does not hold yet, asks for what does not exist. */
const isHollow = (pattern: Term): boolean =>
  pattern.parts.some(
    (part, at) => (part === nothing && !isRandomness(pattern, at, part)) || isHollow(part),
  );

const isRandomness = ({ kind }: Term, at: number, part: Term): boolean =>
  at === 2 && part === nothing && (kind === "encrypt" || kind === "seal");
