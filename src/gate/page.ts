import type { AcceptedFinding, GatePage, RunReport, UnacceptedCause } from "../report/index.ts";
import type { Finding } from "./accepted.ts";
import type { GateReport } from "./gate.ts";
import { openIn } from "./rules/causes.ts";
import { suppressionOf } from "./suppression.ts";

/** What a page shows of the gate: every rule, and every break with who let it through, if somebody did. */
export const gatePage = (
  { today, passed, rules, accepted }: GateReport,
  run: RunReport,
): GatePage => {
  const places = new Map(run.traces.map((trace, at) => [trace, at]));
  const leaning = Map.groupBy(run.traces, (trace) => suppressionOf(accepted, trace));
  return {
    today,
    passed,
    rules,
    unaccepted: unaccepted(openIn({ run, accepted }), places),
    findings: accepted.findings
      .map((finding) => shown(finding, leaning.get(finding) ?? [], places, today))
      .toSorted((left, right) => (left.expires < right.expires ? -1 : 1)),
    log: accepted.log.toReversed(),
  };
};

type Traces = RunReport["traces"];
type Places = ReadonlyMap<Traces[number], number>;

const unaccepted = (traces: Traces, places: Places): UnacceptedCause[] =>
  [
    ...Map.groupBy(traces, ({ protocol, invariant, cause }) =>
      JSON.stringify([protocol, invariant, cause.id]),
    ).values(),
  ].map((alike) => {
    const { protocol, invariant, cause } = alike[0]!;
    return { protocol, invariant, ...cause, traces: alike.map((trace) => places.get(trace)!) };
  });

const shown = (
  { protocol, invariant, reason, owner, accepted, expires, causes }: Finding,
  traces: Traces,
  places: Places,
  today: string,
): AcceptedFinding => ({
  protocol,
  invariant,
  reason,
  owner,
  accepted,
  expires,
  daysLeft: Math.max(0, (Date.parse(expires) - Date.parse(today)) / day + 1),
  causes: Object.entries(causes).map(([id, steps]) => ({
    id,
    steps,
    traces: traces.flatMap((trace) => (trace.cause.id === id ? [places.get(trace)!] : [])),
  })),
});

const day = 24 * 60 * 60 * 1000;
