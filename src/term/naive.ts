import type { Term } from "./bank.ts";
import { dh } from "./term.ts";

/** One inference: whoever has all of `from` has `gives`. */
interface Rule {
  readonly from: readonly Term[];
  readonly gives: Term;
}

/**
 * The same deduction, naively: remembers what was observed and, at every question, applies every rule about every
 * subterm until nothing new follows. Slow, obvious, and it shares no rule with {@link KnowledgeTable}: it judges what
 * the table proposes.
 */
export class NaiveKnowledge {
  readonly #observed = new Set<Term>();
  #readable: Term[] | undefined;

  /** Learns a term. */
  observe(term: Term): void {
    if (!this.#observed.has(term)) this.#readable = undefined;
    this.#observed.add(term);
  }

  /** Whether the term follows from what was observed. */
  derives(goal: Term): boolean {
    return saturate(this.#observed, [...this.#observed, goal]).has(goal);
  }

  /** Message bodies that can be read, in the order of their labels. */
  bodies(): Term[] {
    this.#readable ??= [...saturate(this.#observed, this.#observed)]
      .filter(({ kind }) => kind === "body")
      .toSorted((left, right) => (left.label < right.label ? -1 : 1));
    return this.#readable;
  }

  /** What is known and not composed of anything else that is known: two that have the same here know the same. */
  given(): Term[] {
    const known = saturate(this.#observed, this.#observed);
    return [...known].filter(
      (term) => !waysToMake(term).some((parts) => parts.every((part) => known.has(part))),
    );
  }
}

/** All that follows from what was observed, among the relevant terms and all that the rules about them mention. */
const saturate = (observed: Iterable<Term>, relevant: Iterable<Term>): Set<Term> => {
  const rules: Rule[] = [];
  const mentioned = new Set(relevant);
  // A set may grow while it is walked: what a rule mentions gets its own rules in turn.
  for (const term of mentioned)
    for (const rule of rulesAbout(term)) {
      rules.push(rule);
      for (const other of [...term.parts, ...rule.from, rule.gives]) mentioned.add(other);
    }
  const known = new Set(observed);
  for (let before = -1; before !== known.size;) {
    before = known.size;
    for (const { from, gives } of rules)
      if (from.every((term) => known.has(term))) known.add(gives);
  }
  return known;
};

/** The rules of one term, as a textbook lists them: how it is made and what it yields. */
const rulesAbout = (term: Term): readonly Rule[] => [
  ...waysToMake(term).map((from): Rule => ({ from, gives: term })),
  ...yieldsOf(term),
];

/** What suffices to compose a term: its parts; for a power also one exponent and the power of the others. */
const waysToMake = ({ kind, parts }: Term): readonly (readonly Term[])[] => {
  if (kind === "secret" || kind === "body" || kind === "anything") return [];
  if (kind !== "dh" || parts.length === 0) return [parts];
  return parts.map((exponent, at) => [exponent, dh(...parts.filter((_, other) => other !== at))]);
};

/** What a term gives away, at once or to whoever has its key. */
const yieldsOf = (term: Term): readonly Rule[] => {
  const [first, second] = term.parts as [Term, Term];
  switch (term.kind) {
    case "pair":
      return [
        { from: [term], gives: first },
        { from: [term], gives: second },
      ];
    case "sign":
      return [{ from: [term], gives: second }];
    case "encrypt":
      return [{ from: [term, first], gives: second }];
    case "seal":
      return first.kind === "public" ? [{ from: [term, first.parts[0]!], gives: second }] : [];
    default:
      return [];
  }
};
