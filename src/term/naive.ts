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
const rulesAbout = (term: Term): readonly Rule[] => {
  const [first, second] = term.parts as [Term, Term];
  const made: Rule = { from: term.parts, gives: term };
  switch (term.kind) {
    case "secret":
    case "body":
      return [];
    case "pair":
      return [made, { from: [term], gives: first }, { from: [term], gives: second }];
    case "sign":
      return [made, { from: [term], gives: second }];
    case "encrypt":
      return [made, { from: [term, first], gives: second }];
    case "seal":
      return first.kind === "public"
        ? [made, { from: [term, first.parts[0]!], gives: second }]
        : [made];
    case "dh":
      return term.parts.length === 0
        ? [made]
        : term.parts.map((exponent, at) => {
            const others = term.parts.filter((_, other) => other !== at);
            return { from: [exponent, dh(...others)], gives: term };
          });
    default:
      return [made];
  }
};
