import { headline, type Showing } from "./showing.ts";

/**
 * Lines of JSON as Tyche reads them (Goldstein, Tao, Hatfield-Dodds, Pierce, Head: "Tyche: Making Sense of
 * Property-Based Testing Effectiveness", UIST 2024): an alert for what was not put to the test, a note for each promise,
 * and the traces as test cases. Random runs leave no traces, so they are counted and not listed.
 */
export const tycheOf = ({ run, excuse }: Showing): string => {
  // Only differences between run starts mean something; a report has no clock.
  const run_start = 0;
  const lines = [
    ...run.protocols.flatMap(({ name, invariants }) =>
      invariants.map(({ id, says, verdict, tested, runs }) => ({
        type: verdict === "untested" || verdict === "inconclusive" ? "alert" : "info",
        run_start,
        property: `${id} ${name}`,
        title: verdict,
        content: `${says}. Put to the test ${tested} times in ${runs} runs.`,
      })),
    ),
    ...run.traces.map((trace) => ({
      type: "test_case",
      run_start,
      property: `${trace.invariant} ${trace.protocol}`,
      status: "failed",
      status_reason: headline(run, trace),
      representation: trace.moves.join("\n"),
      how_generated: trace.foundInRun > 0 ? `random run ${trace.foundInRun}` : "every state",
      features: {
        scenario: trace.scenario,
        moves: trace.moves.length,
        cause: trace.cause.id,
        excused: excuse(trace) !== undefined,
      },
      coverage: "no_coverage_info",
      metadata: { token: trace.token },
    })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
};
