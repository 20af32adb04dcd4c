import { headline, placesOf, worstFirst, type Showing } from "./showing.ts";

/**
 * GitLab's Code Quality: each cause of a break that nobody has excused. GitLab shows only one of several entries with
 * one fingerprint, and compares fingerprints of two branches, so they are made of the cause.
 */
export const codeQualityOf = (showing: Showing): unknown[] => {
  const { run, excuse } = showing;
  const service = new Set(
    run.promises.flatMap(({ kind, invariants }) =>
      kind === "service" ? invariants.map(({ id }) => id) : [],
    ),
  );
  return worstFirst(
    showing,
    run.traces.filter((trace) => !excuse(trace)),
  ).map((trace) => {
    const { file, line } = placesOf(trace, showing).at;
    return {
      description: `${headline(run, trace)}. Replay: sealcheck replay ${trace.token}`,
      check_name: trace.invariant,
      fingerprint: `${trace.protocol}-${trace.invariant}-${trace.cause.id}`,
      severity: service.has(trace.invariant) ? "major" : "critical",
      location: { path: file, lines: { begin: line } },
    };
  });
};
