/** What somebody wants to know: which of the goals come about with these elements and no others. */
export interface Ask {
  readonly elements: readonly string[];
  readonly goals: readonly string[];
}

/** What came of it: a witness for each goal that came about, and whether that was all that could be seen. */
export interface Answered<Witness> {
  readonly came: ReadonlyMap<string, Witness>;
  readonly complete: boolean;
}

/** Elements with which a goal comes about, and how. */
export interface MinimalSet<Witness> {
  readonly elements: readonly string[];
  readonly witness: Witness;
  /** Whether it is certain that the goal does not come about without any one of them. */
  readonly minimal: boolean;
}

/** The minimal sets of one goal. */
export interface Minimal<Witness> {
  /** Smallest first, and in the order of the elements. */
  readonly sets: readonly MinimalSet<Witness>[];
  /** Whether it is certain that no other set is minimal. */
  readonly complete: boolean;
}

/** What is looked for, among what. */
export interface Wanted<Witness> {
  /** All elements, in the order in which sets are told. */
  readonly elements: readonly string[];
  readonly goals: readonly string[];
  /** Per goal, sets that are known to be enough; what contains one of them is not looked for. */
  readonly known?: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** The elements that a witness makes use of; they are tried first. */
  readonly uses: (witness: Witness) => readonly string[];
}

type Sets = readonly (readonly string[])[];

/** Sets of one goal after which no more are looked for. */
const setsMost = 12;

/**
 * Finds, for each goal, all minimal sets of elements with which it comes about, whatever their size. Asks for many at a
 * time, in an order that does not depend on how fast answers come. An element only adds to what can happen: what does
 * not come about with a set, comes about with no part of it. So one looks at the largest sets that contain none of those
 * that were found, and takes away from each whatever is not needed (after Liffiton, Previti, Malik and Marques-Silva
 * 2016: Fast, flexible MUS enumeration).
 */
export function* minimalSets<Witness>({
  elements,
  goals,
  known = new Map(),
  uses,
}: Wanted<Witness>): Generator<
  readonly Ask[],
  ReadonlyMap<string, Minimal<Witness>>,
  readonly Answered<Witness>[]
> {
  const found = new Map<string, Minimal<Witness>>();
  let open = goals.map((goal) => {
    const search = new GoalSearch<Witness>(elements, known.get(goal) ?? [], uses).sets();
    return { goal, search, step: search.next() };
  });
  for (;;) {
    for (const { goal, step } of open) if (step.done) found.set(goal, step.value);
    open = open.filter(({ step }) => !step.done);
    if (open.length === 0) return found;
    const together = Map.groupBy(open, ({ step }) => (step.value as readonly string[]).join("\n"));
    const waiting = [...together.values()];
    const answers = yield waiting.map((those) => ({
      elements: those[0]!.step.value as readonly string[],
      goals: those.map(({ goal }) => goal),
    }));
    for (const [at, those] of waiting.entries())
      for (const one of those) {
        const { came, complete } = answers[at]!;
        one.step = one.search.next({ witness: came.get(one.goal), complete });
      }
  }
}

/** What came of one set for one goal. */
interface Seen<Witness> {
  readonly witness: Witness | undefined;
  readonly complete: boolean;
}

type Asking<Witness, Result> = Generator<readonly string[], Result, Seen<Witness>>;

/** The search for the minimal sets of one goal. */
class GoalSearch<Witness> {
  readonly #elements: readonly string[];
  readonly #known: Sets;
  readonly #uses: (witness: Witness) => readonly string[];
  /** Sets with which it does not come about, which is certain. */
  readonly #failed: (readonly string[])[] = [];
  /** Sets whose searches were stopped before it came about. */
  readonly #unseen: (readonly string[])[] = [];

  constructor(
    elements: readonly string[],
    known: Sets,
    uses: (witness: Witness) => readonly string[],
  ) {
    this.#elements = elements;
    this.#known = known;
    this.#uses = uses;
  }

  *sets(): Asking<Witness, Minimal<Witness>> {
    const sets: MinimalSet<Witness>[] = [];
    let sure = true;
    for (;;) {
      const enough = [...this.#known, ...sets.map((set) => set.elements)];
      const next = largestWithout(this.#elements, enough).find(
        (set) => ![...this.#failed, ...this.#unseen].some((other) => isWithin(set, other)),
      );
      if (!next) break;
      if (sets.length === setsMost) {
        sure = false;
        break;
      }
      const witness = yield* this.#witness(next);
      if (witness !== undefined) sets.push(yield* this.#least(next, witness));
      else sure &&= this.#fails(next);
    }
    return {
      sets: sets.toSorted((left, right) => this.#inOrder(left.elements, right.elements)),
      complete: sure,
    };
  }

  /** A set with less in it, and with nothing needless as far as that can be seen. */
  *#least(set: readonly string[], witness: Witness): Asking<Witness, MinimalSet<Witness>> {
    let least = { elements: set, witness };
    const used = new Set(this.#uses(witness));
    const without = function* (
      search: GoalSearch<Witness>,
      fewer: readonly string[],
    ): Asking<Witness, void> {
      if (fewer.length === least.elements.length || search.#fails(fewer)) return;
      const came = yield* search.#witness(fewer);
      if (came !== undefined) least = { elements: fewer, witness: came };
    };
    yield* without(
      this,
      set.filter((one) => used.has(one)),
    );
    for (const one of least.elements)
      yield* without(
        this,
        least.elements.filter((each) => each !== one),
      );
    const { elements } = least;
    const minimal = elements.every((one) => this.#fails(elements.filter((each) => each !== one)));
    return { ...least, minimal };
  }

  *#witness(elements: readonly string[]): Asking<Witness, Witness | undefined> {
    const { witness, complete } = yield elements;
    if (witness === undefined) (complete ? this.#failed : this.#unseen).push(elements);
    return witness;
  }

  #fails(elements: readonly string[]): boolean {
    return this.#failed.some((set) => isWithin(elements, set));
  }

  #inOrder(left: readonly string[], right: readonly string[]): number {
    if (left.length !== right.length) return left.length - right.length;
    const at = left.findIndex((one, index) => one !== right[index]);
    return at < 0 ? 0 : this.#elements.indexOf(left[at]!) - this.#elements.indexOf(right[at]!);
  }
}

const isWithin = (set: readonly string[], other: readonly string[]): boolean =>
  set.every((one) => other.includes(one));

/** The largest sets of elements that contain none of these sets; none, if one of them is empty. */
const largestWithout = (elements: readonly string[], sets: Sets): Sets => {
  let left: Sets = [elements];
  for (const set of sets) {
    const smaller = left.flatMap((one) =>
      isWithin(set, one) ? set.map((each) => one.filter((other) => other !== each)) : [one],
    );
    left = smaller.filter(
      (one, at) =>
        !smaller.some(
          (other, index) => isWithin(one, other) && (other.length > one.length || index < at),
        ),
    );
  }
  return left;
};
