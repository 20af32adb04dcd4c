/** What a search says about an invariant, for one task or for one protocol. */
export type Verdict =
  | "broken"
  | "held, exhaustively within bounds"
  | "held, sampled"
  | "untested"
  | "notApplicable"
  | "inconclusive";

export type Expected = "holds" | "breaks" | "notApplicable";

/** How a verdict compares with what was expected of it. */
export type Met = "met" | "unexpected" | "insufficient";

/** What a verdict on one task follows from. */
export interface Evidence {
  readonly broken: boolean;
  /** How often it was put to the test. */
  readonly tested: number;
  /** Whether what a `possible` invariant asks for was seen; undefined for every other pattern. */
  readonly witnessed: boolean | undefined;
  readonly expected: Expected;
  /** Whether the search ended before it had made all its runs, or visited every state. */
  readonly partial: boolean;
  /** Whether the search was to visit every state. */
  readonly exhaustive: boolean;
  /** Whether something could not be compared that would have to be, for an invariant about two runs. */
  readonly unresolved: boolean;
}

/** The verdict of one task on one invariant. */
export const verdictOf = (evidence: Evidence): Verdict => {
  const { broken, tested, witnessed, expected, partial, exhaustive } = evidence;
  if (broken) return "broken";
  if (evidence.unresolved) return "inconclusive";
  // What was seen to be possible needs no more evidence.
  if (partial && (expected === "breaks" || (exhaustive && witnessed !== true)))
    return "inconclusive";
  if (witnessed ?? tested > 0)
    return exhaustive ? "held, exhaustively within bounds" : "held, sampled";
  return expected === "notApplicable" ? "notApplicable" : "untested";
};

/** Whether a task's verdict is as expected. `about`: the scenario must put the invariant to the test. */
export const metBy = (evidence: Evidence, about: boolean): Met => {
  const verdict = verdictOf(evidence);
  if (verdict === "inconclusive") return "insufficient";
  if (evidence.expected === "breaks") return verdict === "broken" ? "met" : "unexpected";
  if (verdict === "broken") return "unexpected";
  if (evidence.expected === "notApplicable") return evidence.tested > 0 ? "unexpected" : "met";
  return about && verdict === "untested" ? "insufficient" : "met";
};

/** What the verdict on a whole protocol follows from. */
export interface ProtocolEvidence {
  /** The verdicts of all its tasks. */
  readonly verdicts: readonly Verdict[];
  readonly tested: number;
  /** Whether the protocol says that the invariant cannot come up. */
  readonly notApplicable: boolean;
  /** Whether everything that could put it to the test was searched, so that nothing more is to come. */
  readonly complete: boolean;
}

/** The verdict of all tasks of a protocol together. */
export const protocolVerdictOf = ({ verdicts, notApplicable }: ProtocolEvidence): Verdict => {
  // Broken once is broken; of several that held, the weakest evidence counts.
  for (const verdict of [
    "broken",
    "inconclusive",
    "held, sampled",
    "held, exhaustively within bounds",
  ] as const)
    if (verdicts.includes(verdict)) return verdict;
  return notApplicable ? "notApplicable" : "untested";
};

/** Whether the evidence about a protocol is as it should be; each task answers for its own expectations. */
export const protocolMet = (evidence: ProtocolEvidence): Met => {
  const verdict = protocolVerdictOf(evidence);
  if (evidence.notApplicable && (verdict === "broken" || evidence.tested > 0)) return "unexpected";
  if (verdict === "inconclusive") return "insufficient";
  return verdict === "untested" && evidence.complete ? "insufficient" : "met";
};
