import type {
  Drift,
  Flip,
  Narrowed,
  RunReport,
  RunTask,
  Verdict,
  VerdictDifference,
} from "../report/index.ts";
import { narrower, weaknesses } from "./rules/evidence.ts";
import { keeps } from "./rules/verdicts.ts";
import { knownAgain } from "./known-again.ts";

type ProtocolInvariant = RunReport["protocols"][number]["invariants"][number];

/** Two searches, and which versions of them are compared. */
export interface Runs {
  readonly base: RunReport;
  readonly head: RunReport;
  readonly versions: readonly (readonly [base: string, head: string])[];
}

/** How verdicts on promises differ between two searches, and on what evidence they stand. */
export const verdictDifference = ({ base, head, versions }: Runs): VerdictDifference => {
  const flips: Flip[] = [];
  const drifts: Drift[] = [];
  for (const [before, now] of versions) {
    const known = new Map(invariantsOf(base, before).map((each) => [each.id, each]));
    for (const invariant of invariantsOf(head, now)) {
      const old = known.get(invariant.id);
      if (!old) continue;
      // What did not break yet says nothing where its search was stopped.
      if (!isSettled(old, base) || !isSettled(invariant, head)) continue;
      const flip = flipOf({ base, head, versions: [[before, now]] }, old, invariant);
      if (!flip) drifts.push(...driftOf(old, invariant, now));
      else if (flip.is === "better" && !flip.witness)
        drifts.push({ invariant: invariant.id, protocol: now, weaker: [noMore], stronger: [] });
      else flips.push(flip);
    }
  }
  return {
    flips,
    drifts,
    narrowed: narrowedIn({ base, head, versions }),
    gone: missing(base, head, versions),
    added: missing(head, base, back(versions)),
  };
};

/** That nothing breaks it where nobody looks is no merit. */
const noMore = "no scenario that broke it goes as far as it did";

/** How a promise has turned; better with no witness where all that broke it is gone or goes less far. */
const flipOf = (
  runs: Runs,
  old: ProtocolInvariant,
  { id, says, verdict }: ProtocolInvariant,
): Flip | undefined => {
  const { base, head, versions } = runs;
  const [[before, now]] = versions as [Runs["versions"][number]];
  const is = turned(old.verdict, verdict);
  if (!is) return undefined;
  const asFar = (scenario: string): boolean => {
    const own = playedUnder(base, before);
    const task = own.find((each) => each.scenario === scenario);
    const twin = task && twinOf(task, own, playedUnder(head, now));
    return twin !== undefined && narrower(task!.bounds, twin.bounds).length === 0;
  };
  return {
    invariant: id,
    says,
    is,
    base: { protocol: before, verdict: old.verdict },
    head: { protocol: now, verdict },
    witness:
      is === "better"
        ? witnessOf("base", base, before, id, asFar)
        : witnessOf("head", head, now, id, () => true),
  };
};

const isSettled = ({ verdict }: ProtocolInvariant, { partial }: RunReport): boolean =>
  verdict === "broken" || !partial;

const narrowedIn = ({ base, head, versions }: Runs): Narrowed[] =>
  versions.flatMap(([before, now]) =>
    playedUnder(head, now).flatMap((task) => {
      const old = twinOf(task, playedUnder(head, now), playedUnder(base, before));
      const ways = old ? narrower(old.bounds, task.bounds) : [];
      return ways.length > 0 ? [{ scenario: task.scenario, protocol: now, ways }] : [];
    }),
  );

const back = (versions: Runs["versions"]): Runs["versions"] =>
  versions.map(([base, head]) => [head, base] as const);

/** Invariants of the one that the other has not, and scenarios that are not played under it. */
const missing = (here: RunReport, there: RunReport, versions: Runs["versions"]): string[] => {
  const ids = ({ promises }: RunReport): string[] =>
    promises.flatMap(({ invariants }) => invariants.map(({ id }) => id));
  const known = new Set(ids(there));
  return [
    ...ids(here)
      .filter((id) => !known.has(id))
      .map((id) => `promise ${id}`),
    ...versions.flatMap(([one, other]) => {
      const own = playedUnder(here, one);
      return own
        .filter((task) => !twinOf(task, own, playedUnder(there, other)))
        .map(({ scenario }) => `scenario ${scenario} under ${one}`);
    }),
  ];
};

const playedUnder = ({ tasks }: RunReport, version: string): readonly RunTask[] =>
  tasks.filter(({ protocol }) => protocol === version);

/** The same scenario among others; one that has a namesake beside it is that one's. */
const twinOf = (
  task: RunTask,
  own: readonly RunTask[],
  others: readonly RunTask[],
): RunTask | undefined =>
  knownAgain(task, (name) => own.some(({ scenario }) => scenario === name), others);

const invariantsOf = ({ protocols }: RunReport, name: string): readonly ProtocolInvariant[] =>
  protocols.find((protocol) => protocol.name === name)?.invariants ?? [];

/** How a verdict has turned; undefined where it has not, save for its evidence. */
const turned = (before: Verdict, now: Verdict): Flip["is"] | undefined => {
  if (before === now || (before.startsWith("held") && now.startsWith("held"))) return undefined;
  if (keeps(before) && now === "broken") return "worse";
  if (before === "broken" && keeps(now)) return "better";
  // Nothing put to the test under one of them is a matter of evidence.
  return isEvidence(before) || isEvidence(now) ? undefined : "other";
};

const isEvidence = (verdict: Verdict): boolean =>
  verdict === "untested" || verdict === "inconclusive";

const driftOf = (before: ProtocolInvariant, now: ProtocolInvariant, protocol: string): Drift[] => {
  // What cannot come up stands on no evidence.
  if ([before, now].some(({ verdict }) => verdict === "notApplicable")) return [];
  const weaker = weaknesses(before, now);
  const stronger = weaknesses(now, before);
  return weaker.length + stronger.length === 0
    ? []
    : [{ invariant: now.id, protocol, weaker, stronger }];
};

const witnessOf = (
  of: "base" | "head",
  { traces }: RunReport,
  protocol: string,
  invariant: string,
  counts: (scenario: string) => boolean,
): Flip["witness"] => {
  const [shortest] = traces
    .filter((trace) => trace.protocol === protocol && trace.invariant === invariant)
    .filter(({ scenario }) => counts(scenario))
    .toSorted((left, right) => left.moves.length - right.moves.length);
  return shortest && { ...shortest, of };
};
