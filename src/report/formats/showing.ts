import type { RunReport, RunTrace } from "../run.ts";

/** Why a break may be there, and who says so. */
export interface Excuse {
  readonly because: string;
  /** Who has accepted it and until when; undefined where only a scenario expects it. */
  readonly accepted: { readonly owner: string; readonly until: string } | undefined;
}

/** A rule of the gate with its outcome. */
export interface GateRule {
  readonly id: string;
  readonly says: string;
  readonly passed: boolean;
  readonly wrong: readonly string[];
  readonly better: readonly string[];
}

/** What a format shows: a run, what may be broken in it, and what the gate says of it, if it was asked. */
export interface Showing {
  readonly run: RunReport;
  readonly excuse: (trace: RunTrace) => Excuse | undefined;
  readonly rules: readonly GateRule[];
  /** Changed lines that can have to do with a break, the nearest first; undefined where nobody asked what has changed. */
  readonly changed?: ((trace: RunTrace) => readonly Place[]) | undefined;
  /** Where the project lies in its repository, since platforms name files from there; "" or undefined at its top. */
  readonly below?: string | undefined;
}

/** A line of the project. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A run that is judged by its scenarios: a break that they expect is excused. */
export const asExpected = (run: RunReport): Showing => ({
  run,
  excuse: ({ expected, because }) =>
    expected ? { because: because ?? "expected", accepted: undefined } : undefined,
  rules: [],
});

/** One trace for each cause, the worst first: nobody's excuse, privacy before service, few moves before many. */
export const worstFirst = (
  { run, excuse }: Showing,
  traces: readonly RunTrace[] = run.traces,
): RunTrace[] => {
  const service = new Set(
    run.promises.flatMap(({ kind, invariants }) =>
      kind === "service" ? invariants.map(({ id }) => id) : [],
    ),
  );
  const rank = (trace: RunTrace): number[] => [
    excuse(trace) ? 1 : 0,
    service.has(trace.invariant) ? 1 : 0,
    trace.moves.length,
  ];
  const byRank = (left: RunTrace, right: RunTrace): number => {
    const [one, other] = [rank(left), rank(right)];
    const at = one.findIndex((value, index) => value !== other[index]);
    return at >= 0 ? one[at]! - other[at]! : left.key < right.key ? -1 : 1;
  };
  const first = new Map<string, RunTrace>();
  for (const trace of traces.toSorted(byRank)) {
    const key = `${trace.protocol} ${trace.invariant} ${trace.cause.id}`;
    if (!first.has(key)) first.set(key, trace);
  }
  return [...first.values()];
};

/** Where a break is to be seen. */
export interface Places {
  readonly at: Place;
  /** What brings it about, where it is to be seen at a change instead. */
  readonly broughtAboutAt: Place | undefined;
  /** Other lines that have changed and can have to do with it. */
  readonly others: readonly Place[];
}

/**
 * Where in the project a break is to be seen: a result without a place is shown nowhere. A break that nobody has excused
 * is a change's, if there is one, and reviewers see what stands at its lines.
 */
export const placesOf = (trace: RunTrace, showing: Showing): Places => {
  const { at, broughtAboutAt, others } = placesInProject(trace, showing);
  const inRepository = ({ file, line }: Place): Place => ({
    file: showing.below ? `${showing.below}/${file}` : file,
    line,
  });
  return {
    at: inRepository(at),
    broughtAboutAt: broughtAboutAt && inRepository(broughtAboutAt),
    others: others.map(inRepository),
  };
};

const placesInProject = (trace: RunTrace, { excuse, changed }: Showing): Places => {
  const { by, scenario } = trace;
  const own = { file: by?.file ?? `scenarios/${scenario}.ts`, line: by?.line ?? 1 };
  const [at, ...others] = (excuse(trace) ? undefined : changed?.(trace)) ?? [];
  if (!at) return { at: own, broughtAboutAt: undefined, others: [] };
  const isOwn = at.file === own.file && at.line === own.line;
  return { at, broughtAboutAt: isOwn ? undefined : own, others };
};

/** What is broken, in one sentence. */
export const headline = ({ promises }: RunReport, { invariant, protocol }: RunTrace): string => {
  const says = promises
    .flatMap(({ invariants }) => invariants)
    .find(({ id }) => id === invariant)?.says;
  return `${invariant} is broken under ${protocol}: ${says ?? invariant}`;
};
