import type { RunBounds } from "../../report/index.ts";
import type { Evidence } from "../accepted.ts";
import { fatesOf } from "../played.ts";
import { type Rule, versionsIn } from "../rule.ts";

/** What held must go on holding on no less evidence. */
export const evidence: Rule = {
  id: "evidence",
  says: "No promise is kept on weaker evidence",
  todo: "Give the scenarios back the bounds and runs that they had; or accept that less is known: sealcheck accept ID --by NAME.",
  judge: ({ run, accepted }) => {
    const wrong: string[] = [];
    const better: string[] = [];
    for (const { name, invariants } of versionsIn(run))
      for (const { id, ...now } of invariants) {
        const before = accepted.standings[name]?.[id];
        if (!before) continue;
        const weaker = weaknesses(before, now);
        if (weaker.length > 0) wrong.push(`${id} under ${name}: ${weaker.join(", ")}`);
        if (rank(now) > rank(before) && rank(before) > 0)
          better.push(`${id} under ${name}: ${before.verdict} → ${now.verdict}`);
      }
    for (const { scenario, protocol, before, now } of fatesOf(accepted, run)) {
      const smaller = now ? narrower(before.bounds, now.bounds) : [];
      if (smaller.length > 0) wrong.push(`${scenario} under ${protocol}: ${smaller.join(", ")}`);
    }
    return { wrong, better };
  },
};

/** How much a verdict says in favour of a promise. */
const rank = ({ verdict }: Pick<Evidence, "verdict">): number =>
  verdict === "held, exhaustively within bounds" ? 2 : verdict === "held, sampled" ? 1 : 0;

/** In what the evidence for a promise is weaker than it was. */
export const weaknesses = (before: Evidence, now: Evidence): string[] => {
  if (now.verdict === "broken") return [];
  if (now.verdict === "untested" && before.verdict !== "untested")
    return ["nothing puts it to the test any more"];
  if (now.verdict === "inconclusive") return ["the search was stopped before it could tell"];
  const times = (tested: number): string => `${tested.toLocaleString("en")} times`;
  return [
    ...(rank(now) < rank(before) ? [`${before.verdict} → ${now.verdict}`] : []),
    ...(2 * now.tested < before.tested
      ? [`put to the test ${times(now.tested)} instead of ${times(before.tested)}`]
      : []),
    ...narrower(before.bounds, now.bounds),
  ];
};

/** Bounds that are smaller than they were. */
export const narrower = (before: RunBounds, now: RunBounds): string[] => [
  ...((now.moves ?? Infinity) < (before.moves ?? Infinity)
    ? [`stories end after ${now.moves} moves`]
    : []),
  ...lower("limit", before.limits, now.limits),
  ...lower("fault budget", before.faults, now.faults),
  ...(now.sliced && !before.sliced ? ["only slices were searched"] : []),
  ...(now.oneKindOfFault && !before.oneKindOfFault ? ["faults come one kind at a time"] : []),
];

const lower = (
  what: string,
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): string[] =>
  Object.entries(before)
    .filter(([name, most]) => (now[name] ?? 0) < most)
    .map(([name, most]) => `${what} ${name} ${now[name] ?? 0} instead of ${most}`);
