import type { RunTrace } from "../../report/index.ts";
import { type Compared, type Rule, versionsIn } from "../rule.ts";
import { suppressionOf } from "../suppression.ts";

/** Every way in which a promise breaks was looked at by somebody. */
export const causes: Rule = {
  id: "causes",
  says: "Every cause of every break was accepted",
  todo: "Open the story of each and mend what brings it about; or let it through for a time: sealcheck accept ID --by NAME --expires DAY --reason WHY.",
  judge: (compared) => ({
    wrong: [...Map.groupBy(openIn(compared), nameOf).values()].map(([first]) => {
      const { protocol, invariant, scenario, cause, moves } = first!;
      return `${invariant} under ${protocol} breaks for a reason that nobody has accepted: ${cause.id}, ${moves.length} moves in ${scenario}`;
    }),
    noted: goneFrom(compared),
  }),
};

const nameOf = ({ protocol, invariant, cause }: RunTrace): string =>
  [protocol, invariant, cause.id].join("\n");

/** Breaks that nobody has accepted. */
export const openIn = ({ run, accepted }: Pick<Compared, "run" | "accepted">): RunTrace[] => {
  const versions = new Set(versionsIn(run).map(({ name }) => name));
  return run.traces.filter(
    (trace) => versions.has(trace.protocol) && !suppressionOf(accepted, trace),
  );
};

/** What was accepted and is not there any more. */
const goneFrom = ({ run, accepted }: Compared): string[] => {
  const found = new Set(run.traces.map(nameOf));
  return accepted.findings.flatMap(({ protocol, invariant, causes: ids }) =>
    Object.keys(ids)
      .filter((id) => !found.has([protocol, invariant, id].join("\n")))
      .map((id) => `${invariant} under ${protocol}: ${id} was accepted and is not found any more`),
  );
};
