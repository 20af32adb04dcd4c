import type { Term } from "./bank.ts";
import { filledIn, hasVariables, isLike, kindsOf, matching, nameOf } from "./pattern.ts";
import { dh, encrypt, hash, kdf, mac, pair, publicKey, remade, seal, sign } from "./term.ts";

/** Somebody who makes up messages: what they know, and what they put where a receiver takes anything. */
export interface Forger {
  /** Terms that are known and not composed of others that are. */
  readonly known: readonly Term[];
  /** What they try for a variable; all of it can be derived. */
  readonly values: readonly Term[];
  readonly derives: (term: Term) => boolean;
}

/** A term on the way to match a pattern, and what the pattern's variables are bound to by it. */
interface Way {
  readonly term: Term;
  readonly bound: ReadonlyMap<string, Term>;
}

/**
 * The messages by which somebody can satisfy a pattern: each part is something known as it is, opened or not, or is
 * composed of what can be derived; a variable that nothing else settles is one of the forger's values. All of them
 * match. No message that does and that can be derived is missing, but for what variables might stand for.
 */
export const forgeries = (pattern: Term, forger: Forger): readonly Term[] => {
  const made = new Set<Term>();
  for (const { term } of ways(pattern, new Map(), forger))
    if (matching(pattern, term)) made.add(term);
  return [...made];
};

function* ways(pattern: Term, bound: Way["bound"], forger: Forger): Generator<Way> {
  const goal = filledIn(pattern, bound);
  for (const term of goal.kind === "anything" ? forger.values : forger.known) {
    const by = onto(goal, term, bound);
    if (by) yield { term, bound: by };
  }
  if (goal.kind === "anything") return;
  if (!hasVariables(goal) && forger.derives(goal)) yield { term: goal, bound };
  if (goal.parts.length === 0) return;
  for (const { terms, bound: by } of together(goal.parts, bound, forger))
    yield { term: remade(goal, terms), bound: by };
}

/** Ways to make all of these at once. */
function* together(
  patterns: readonly Term[],
  bound: Way["bound"],
  forger: Forger,
): Generator<{ readonly terms: readonly Term[]; readonly bound: Way["bound"] }> {
  const [first, ...rest] = patterns;
  if (!first) return yield { terms: [], bound };
  for (const way of ways(first, bound, forger))
    for (const others of together(rest, way.bound, forger))
      yield { terms: [way.term, ...others.terms], bound: others.bound };
}

/** What makes a pattern of a term, whoever could read it. */
const onto = (pattern: Term, term: Term, bound: Way["bound"]): Way["bound"] | undefined => {
  if (!hasVariables(pattern)) return isLike(pattern, term) ? bound : undefined;
  if (pattern.kind === "anything") {
    const known = bound.get(nameOf(pattern));
    if (known !== undefined) return known === term ? bound : undefined;
    const kinds = kindsOf(pattern);
    if (kinds && !kinds.includes(term.kind)) return undefined;
    return new Map([...bound, [nameOf(pattern), term]]);
  }
  if (pattern.kind !== term.kind || pattern.parts.length !== term.parts.length) return undefined;
  let by: Way["bound"] | undefined = bound;
  for (const [at, part] of pattern.parts.entries()) {
    const isRandomness = at === 2 && part.kind === "nothing";
    if (by && !isRandomness) by = onto(part, term.parts[at]!, by);
  }
  return by;
};

/**
 * What a forger puts where anything is taken: what they know, the public halves of their secrets, public names, and what
 * can be made of all that by so many constructors one upon the other.
 */
export const valuesOf = (
  known: readonly Term[],
  names: readonly Term[],
  depth: number,
): readonly Term[] => {
  const halves = known
    .filter(({ kind }) => kind === "secret")
    .flatMap((half) => [publicKey(half), dh(half)]);
  let values = new Set<Term>([...known, ...halves, ...names]);
  for (let layer = 0; layer < depth; layer++)
    values = values.union(new Set(composedOf([...values])));
  return [...values];
};

function* composedOf(terms: readonly Term[]): Generator<Term> {
  for (const one of terms) {
    yield* [hash(one), publicKey(one), dh(one)];
    for (const other of terms) yield* [pair(one, other), encrypt(one, other), sign(one, other)];
    for (const other of terms) yield* [mac(one, other), kdf(one, other), dh(one, other)];
    if (one.kind === "public") for (const other of terms) yield seal(one, other);
  }
}
