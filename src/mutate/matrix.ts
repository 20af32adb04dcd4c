import type { PrivacyPromise } from "../promise/index.ts";
import { acceptanceOf, type AcceptedSurvivors } from "./accepted.ts";
import type { Effort, Verdict } from "./verdict.ts";

/** Of some mutants: how many were noticed and how many survived. */
export interface Score {
  /** Broke a promise, or would stand in every report: see {@link Verdict}. */
  readonly killed: number;
  readonly survived: number;
  /** Killed, out of a hundred that are not discharged; rounded down. */
  readonly percent: number;
}

/** A survivor, with the reason why it may be one. */
export interface Survivor extends Verdict {
  readonly acceptedBecause: string | undefined;
}

/** What an invariant has caught. */
export interface Bite extends Score {
  readonly id: string;
  readonly says: string;
  readonly sabotages: number;
  /** Another invariant that has broken wherever this one did, as far as both were tried. */
  readonly impliedBy: readonly string[];
}

/** What mutants have shown of a protocol and its promises. */
export interface Matrix {
  readonly schema: "sealcheck.mutants/2";
  readonly protocol: string;
  /** Hash of everything that the outcome follows from. */
  readonly models: string;
  /** Hash of the sabotages and accepted survivors that the project declares; "" where there are none. */
  readonly declared: string;
  /** How much each mutant was worth. */
  readonly effort: Effort;
  /** Whether every mutant was tried. */
  readonly complete: boolean;
  /** Mutants that were asked for, and for which there was no time. */
  readonly untried: readonly string[];
  /**
   * Events that never come in a state, in the words of a {@link Mutant}'s touches: there is no mutant that takes them
   * there, and no scenario shows that they cannot come.
   */
  readonly unasked: readonly string[];
  readonly generic: Score &
    Readonly<Record<"all" | "reported" | "same" | "alike" | "refused" | "unreached", number>>;
  readonly sabotages: { readonly all: number; readonly noticed: number };
  readonly invariants: readonly Bite[];
  /** Invariants that no mutant breaks, although mutants put them to the test. */
  readonly toothless: readonly string[];
  readonly parts: readonly (Score & { readonly part: string })[];
  readonly operators: readonly (Score & { readonly operator: string })[];
  readonly survivors: readonly Survivor[];
  /** Sabotages that do not break all that they name. */
  readonly unnoticed: readonly (Verdict & { readonly missed: readonly string[] })[];
  /** Acceptances that no survivor fits. */
  readonly stale: readonly string[];
  readonly mutants: readonly Verdict[];
}

/** Puts verdicts together. `applicable` are the invariants that can come up under the protocol. */
export const matrixOf = (
  {
    broken,
    ...about
  }: Pick<
    Matrix,
    "protocol" | "models" | "declared" | "effort" | "complete" | "untried" | "unasked"
  > & {
    /** Invariants that the version itself breaks, which shows that something can. */
    readonly broken: readonly string[];
  },
  verdicts: readonly Verdict[],
  promises: readonly PrivacyPromise[],
  applicable: ReadonlySet<string>,
  accepted: AcceptedSurvivors,
): Matrix => {
  const sabotages = verdicts.filter(({ breaks }) => breaks.length > 0);
  const generic = verdicts.filter(({ breaks }) => breaks.length === 0);
  const survivors = generic.filter(survives).map((verdict) => {
    const entry = acceptanceOf(accepted, verdict.name);
    return {
      ...verdict,
      acceptedBecause: entry === undefined ? undefined : accepted.because[entry],
    };
  });
  const used = new Set(survivors.map(({ name }) => acceptanceOf(accepted, name)));
  const unnoticed = sabotages
    .map((verdict) => ({ ...verdict, missed: missedBy(verdict) }))
    .filter(({ missed }) => missed.length > 0);
  const count = (outcome: Verdict["outcome"]): number =>
    generic.filter((verdict) => verdict.outcome === outcome).length;
  const invariants = promises
    .flatMap((promise) => promise.invariants)
    .filter(({ id }) => applicable.has(id))
    .map(({ id, says }) => biteOf(id, says, verdicts));
  return {
    schema: "sealcheck.mutants/2",
    ...about,
    generic: {
      all: generic.length,
      ...scoreOf(generic),
      reported: count("reported"),
      same: count("same"),
      alike: count("alike"),
      refused: count("refused"),
      unreached: count("unreached"),
    },
    sabotages: { all: sabotages.length, noticed: sabotages.length - unnoticed.length },
    invariants,
    toothless: toothlessAmong(invariants, verdicts, promises).filter((id) => !broken.includes(id)),
    parts: grouped(generic, "part").map(([part, own]) => ({ part, ...scoreOf(own) })),
    operators: grouped(generic, "operator").map(([operator, own]) => ({
      operator,
      ...scoreOf(own),
    })),
    survivors,
    unnoticed,
    stale: about.complete ? Object.keys(accepted.because).filter((name) => !used.has(name)) : [],
    mutants: verdicts,
  };
};

/** Invariants that have caught nothing and could have: those that were put to the test, and those of what is possible. */
const toothlessAmong = (
  invariants: readonly Bite[],
  verdicts: readonly Verdict[],
  promises: readonly PrivacyPromise[],
): string[] => {
  const tried = new Set(verdicts.flatMap(({ tested }) => tested));
  for (const { id, pattern } of promises.flatMap((promise) => promise.invariants))
    if (pattern === "possible") tried.add(id);
  return invariants.filter(({ id, killed }) => killed === 0 && tried.has(id)).map(({ id }) => id);
};

/** Nobody noticed it, or no scenario even came to it. */
const survives = ({ outcome }: Verdict): boolean =>
  outcome === "survived" || outcome === "unreached";

const scoreOf = (verdicts: readonly Verdict[]): Score => {
  const killed = verdicts.filter(
    ({ outcome }) => outcome === "killed" || outcome === "reported",
  ).length;
  const survived = verdicts.filter(survives).length;
  const all = killed + survived;
  return { killed, survived, percent: all === 0 ? 100 : Math.floor((100 * killed) / all) };
};

const missedBy = ({ breaks, kills }: Verdict): string[] =>
  breaks.filter((id) => !kills.some(({ invariant }) => invariant === id));

const killedBy = (id: string, { kills }: Verdict): boolean =>
  kills.some(({ invariant }) => invariant === id);

const biteOf = (id: string, says: string, verdicts: readonly Verdict[]): Bite => {
  const own = verdicts.filter((verdict) => killedBy(id, verdict));
  const around = verdicts.filter((one) => survives(one) && one.tested.includes(id)).length;
  const others = new Set(own.flatMap(({ kills }) => kills.map(({ invariant }) => invariant)));
  const all = own.length + around;
  return {
    id,
    says,
    killed: own.length,
    survived: around,
    percent: all === 0 ? 0 : Math.floor((100 * own.length) / all),
    sabotages: own.filter(({ breaks }) => breaks.length > 0).length,
    impliedBy: [...others].filter(
      (other) => other !== id && own.every((verdict) => killedBy(other, verdict)),
    ),
  };
};

const grouped = (
  verdicts: readonly Verdict[],
  by: "part" | "operator",
): readonly (readonly [string, readonly Verdict[]])[] =>
  [...Map.groupBy(verdicts, (verdict) => verdict[by])].toSorted(([left], [right]) =>
    left < right ? -1 : 1,
  );
