import type {
  Drift,
  Flip,
  Narrowed,
  RunReport,
  Verdict,
  VerdictDifference,
} from "../report/index.ts";
import { narrower, weaknesses } from "./rules/evidence.ts";
import { keeps } from "./rules/verdicts.ts";

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
      const is = turned(old.verdict, invariant.verdict);
      if (is)
        flips.push({
          invariant: invariant.id,
          says: invariant.says,
          is,
          base: { protocol: before, verdict: old.verdict },
          head: { protocol: now, verdict: invariant.verdict },
          witness:
            is === "better"
              ? witnessOf("base", base, before, invariant.id)
              : witnessOf("head", head, now, invariant.id),
        });
      else drifts.push(...driftOf(old, invariant, now));
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

const narrowedIn = ({ base, head, versions }: Runs): Narrowed[] =>
  versions.flatMap(([before, now]) =>
    head.tasks.flatMap(({ scenario, protocol, bounds }) => {
      const old = base.tasks.find((task) => task.scenario === scenario && task.protocol === before);
      const ways = old && protocol === now ? narrower(old.bounds, bounds) : [];
      return ways.length > 0 ? [{ scenario, protocol, ways }] : [];
    }),
  );

const back = (versions: Runs["versions"]): Runs["versions"] =>
  versions.map(([base, head]) => [head, base] as const);

/** Invariants of the one that the other has not, and scenarios that are not played under it. */
const missing = (here: RunReport, there: RunReport, versions: Runs["versions"]): string[] => {
  const ids = ({ promises }: RunReport): string[] =>
    promises.flatMap(({ invariants }) => invariants.map(({ id }) => id));
  const played = ({ tasks }: RunReport, version: string): string[] =>
    tasks.flatMap(({ protocol, scenario }) => (protocol === version ? [scenario] : []));
  const known = new Set(ids(there));
  return [
    ...ids(here)
      .filter((id) => !known.has(id))
      .map((id) => `promise ${id}`),
    ...versions.flatMap(([one, other]) => {
      const others = new Set(played(there, other));
      return played(here, one)
        .filter((scenario) => !others.has(scenario))
        .map((scenario) => `scenario ${scenario} under ${one}`);
    }),
  ];
};

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
): Flip["witness"] => {
  const [shortest] = traces
    .filter((trace) => trace.protocol === protocol && trace.invariant === invariant)
    .toSorted((left, right) => left.moves.length - right.moves.length);
  return shortest && { ...shortest, of };
};
