import { dh, type Derivation, type Observation, type Term } from "../../src/term/index.ts";

/** Whether two lists hold the same terms, each as often. */
const sameBag = (left: readonly Term[], right: readonly Term[]): boolean =>
  left.length === right.length &&
  left
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .every((id, at) => id === right.map((term) => term.id).toSorted((a, b) => a - b)[at]);

const isPublic = (term: Term): boolean =>
  term.kind === "atom" || term.kind === "nothing" || term === dh();

/** Exponents in the exponents: what a power, or a single exponent, brings along. */
const raises = (goal: Term, [base, ...exponents]: readonly Term[]): boolean =>
  base !== undefined &&
  (sameBag(goal.parts, [base, ...exponents]) ||
    (base.kind === "dh" && sameBag(goal.parts, [...base.parts, ...exponents])));

const follows = ({ term, how, from }: Derivation): boolean => {
  const [whole, key] = from.map((premise) => premise.term);
  switch (how) {
    case "public":
      return from.length === 0 && isPublic(term);
    case "taken from":
      return (
        from.length === 1 &&
        ((whole!.kind === "pair" && whole!.parts.includes(term)) ||
          (whole!.kind === "sign" && whole!.parts[1] === term))
      );
    case "opened with": {
      const half = whole!.parts[0]!;
      return (
        from.length === 2 &&
        whole!.parts[1] === term &&
        ((whole!.kind === "encrypt" && half === key) ||
          (whole!.kind === "seal" && half.kind === "public" && half.parts[0] === key))
      );
    }
    case "composed of": {
      const parts = from.map((premise) => premise.term);
      if (term.kind === "dh") return raises(term, parts);
      return (
        !["secret", "body"].includes(term.kind) &&
        parts.length === term.parts.length &&
        parts.every((part, at) => part === term.parts[at])
      );
    }
    default:
      return from.length === 0;
  }
};

/**
 * What is wrong with a derivation, as a list: leaves that nobody observed in that step, steps that no rule allows.
 * It knows the rules from the meaning of the constructors, not from the code that derives. Each node is looked at once.
 */
export const flaws = (root: Derivation, observed: readonly Observation[]): string[] => {
  const found: string[] = [];
  const nodes = new Set([root]);
  // A set may grow while it is walked.
  for (const node of nodes) {
    const { term, how, at, from } = node;
    if (how === "observed" && !observed.some((one) => one.term === term && one.at === at))
      found.push(`${term.label} was not observed in step ${at}`);
    if (!follows(node))
      found.push(
        `${term.label} is not ${how} ${from.map((premise) => premise.term.label).join(" and ")}`,
      );
    if ((how === "observed") !== (at !== undefined)) found.push(`${term.label} is in no step`);
    for (const premise of from) nodes.add(premise);
  }
  return found;
};

/** The latest step whose observation a derivation uses; -1 if it uses none. */
export const latestUsed = (root: Derivation): number => {
  const nodes = new Set([root]);
  for (const node of nodes) for (const premise of node.from) nodes.add(premise);
  return Math.max(-1, ...[...nodes].map(({ at }) => at ?? -1));
};
