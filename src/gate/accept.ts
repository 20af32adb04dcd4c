import { Mistake } from "../mistake.ts";
import type { RunReport, RunTrace } from "../report/index.ts";
import type { Acceptance, Accepted, Evidence, Finding } from "./accepted.ts";
import { changesOf, meaningsIn } from "./meaning.ts";
import { versionsIn } from "./rule.ts";
import { suppressionOf } from "./suppression.ts";

/** Who accepts what a run found, since when, until when, and why. */
export interface Accepting {
  readonly by: string;
  readonly today: string;
  /** Why breaks may be there; what the scenario says of an expected break, if left out. */
  readonly reason: string | undefined;
  /** The last day on which breaks may be there. */
  readonly expires: string | undefined;
  /** Invariants or promises whose breaks and words are accepted; all, if empty. */
  readonly only: readonly string[];
}

/**
 * What is accepted from now on: what every promise says, what was found of it on which evidence, and every cause of a
 * break, for a reason and for a time. What is no longer found is forgotten.
 */
export const accept = (before: Accepted, run: RunReport, accepting: Accepting): Accepted => {
  const wanted = (id: string): boolean => covers(accepting.only, id);
  const meanings = meaningsIn(run);
  const standings = standingsIn(run);
  const fresh = newFindings(before, run, accepting);
  const findings = [...kept(before, run, accepting), ...fresh];
  const changed = Object.entries(meanings).filter(([id, now]) => {
    const old = before.meanings[id];
    return wanted(id) && (!old || changesOf(old, now).length > 0);
  });
  const moved = Object.entries(standings).flatMap(([protocol, of]) =>
    Object.entries(of)
      .filter(
        ([id, now]) => wanted(id) && before.standings[protocol]?.[id]?.verdict !== now.verdict,
      )
      .map(([id, { verdict }]) => `${id} under ${protocol}: ${verdict}`),
  );
  const what = [
    ...(changed.length > 0 ? [`the words of ${changed.map(([id]) => id).join(", ")}`] : []),
    ...(moved.length > 12 ? [`${moved.length} verdicts`] : moved),
    ...[...Map.groupBy(fresh, ({ protocol }) => protocol)].map(
      ([protocol, found]) =>
        `breaks under ${protocol} of ${[...new Set(found.map(({ invariant }) => invariant))].join(", ")}`,
    ),
  ];
  const entry: Acceptance = {
    date: accepting.today,
    by: accepting.by,
    reason: accepting.reason ?? "as the scenarios expect",
    what: what.length > 0 ? what : ["the same as before"],
  };
  return {
    schema: before.schema,
    log: [...before.log, entry],
    meanings: merged(before.meanings, meanings, wanted),
    standings: Object.fromEntries(
      Object.entries(standings).map(([protocol, of]) => [
        protocol,
        merged(before.standings[protocol] ?? {}, of, wanted),
      ]),
    ),
    // Who accepts single promises says nothing of how far scenarios went; of new versions there is nothing else to go by.
    scenarios:
      accepting.only.length === 0 ? playedIn(run) : { ...playedIn(run), ...before.scenarios },
    findings: findings.toSorted(byName),
  };
};

const covers = (only: readonly string[], id: string): boolean =>
  only.length === 0 || only.some((one) => id === one || id.startsWith(`${one}.`));

/** What a run says of every version and invariant. */
const standingsIn = (run: RunReport): Record<string, Record<string, Evidence>> =>
  Object.fromEntries(
    versionsIn(run).map(({ name, invariants }) => [
      name,
      Object.fromEntries(
        invariants.map(({ id, verdict, tested, bounds }) => [id, { verdict, tested, bounds }]),
      ),
    ]),
  );

/** What was played under every version, and how far. */
const playedIn = (run: RunReport): Accepted["scenarios"] =>
  Object.fromEntries(
    versionsIn(run).map(({ name }) => [
      name,
      Object.fromEntries(
        run.tasks
          .filter(({ protocol }) => protocol === name)
          .map(({ scenario, says, bounds }) => [scenario, { says, bounds }]),
      ),
    ]),
  );

/** The new ones where they are wanted, the old ones elsewhere; those that are gone are gone. */
const merged = <T>(
  before: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  wanted: (id: string) => boolean,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(now).flatMap(([id, value]) => {
      const chosen = wanted(id) ? value : before[id];
      return chosen === undefined ? [] : [[id, chosen]];
    }),
  );

/** Findings of before, with those of their causes that were found again; a new deadline, where one is given. */
const kept = (
  before: Accepted,
  run: RunReport,
  { only, expires, by, today }: Accepting,
): Finding[] => {
  const found = new Set(run.traces.map(({ protocol, cause }) => `${protocol} ${cause.id}`));
  return before.findings.flatMap((finding) => {
    const causes = Object.entries(finding.causes).filter(([id]) =>
      found.has(`${finding.protocol} ${id}`),
    );
    if (causes.length === 0) return [];
    const renewed = expires !== undefined && covers(only, finding.invariant);
    const deadline = renewed ? { expires, owner: by, accepted: today } : {};
    return [{ ...finding, ...deadline, causes: Object.fromEntries(causes) }];
  });
};

const newFindings = (before: Accepted, run: RunReport, accepting: Accepting): Finding[] => {
  const { by, today, only, expires } = accepting;
  const versions = new Set(versionsIn(run).map(({ name }) => name));
  const open = run.traces.filter(
    (trace) =>
      versions.has(trace.protocol) &&
      covers(only, trace.invariant) &&
      !suppressionOf(before, trace),
  );
  if (open.length > 0 && expires === undefined) throw endless(open);
  const groups = Map.groupBy(open, (trace) =>
    JSON.stringify([trace.protocol, trace.invariant, reasonFor(trace, accepting)]),
  );
  return [...groups.values()].map((traces) => {
    const [{ protocol, invariant }] = traces as [RunTrace, ...RunTrace[]];
    return {
      protocol,
      invariant,
      reason: reasonFor(traces[0]!, accepting),
      owner: by,
      accepted: today,
      expires: expires!,
      causes: Object.fromEntries(
        traces
          .map(({ cause }) => [cause.id, cause.steps] as const)
          .toSorted(([left], [right]) => (left < right ? -1 : 1)),
      ),
    };
  });
};

const reasonFor = (trace: RunTrace, { reason }: Accepting): string => {
  const because = reason ?? trace.because;
  if (because !== undefined) return because;
  throw new Mistake({
    what: `${trace.invariant} breaks under ${trace.protocol} in ${trace.scenario}, which no scenario expects, and there is no reason why it may`,
    why: "whoever meets this break next wants to know why it was let through",
    todo: "say so with --reason",
  });
};

const endless = ([first, ...rest]: readonly RunTrace[]): Mistake =>
  new Mistake({
    what: `${first!.invariant} breaks under ${first!.protocol}${rest.length > 0 ? `, and there are ${rest.length} breaks more` : ""}; a break is accepted only for a time`,
    why: "what nobody has to look at again stays for ever",
    todo: "name the last day with --expires, for example --expires 2027-01-31",
  });

const byName = (left: Finding, right: Finding): number =>
  [left.protocol, left.invariant, left.reason].join("\n") <
  [right.protocol, right.invariant, right.reason].join("\n")
    ? -1
    : 1;
