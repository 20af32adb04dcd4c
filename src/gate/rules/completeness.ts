import { fatesOf } from "../played.ts";
import { type Rule, versionsIn } from "../rule.ts";

/** Nothing that was promised is silently left out. */
export const completeness: Rule = {
  id: "completeness",
  says: "Every invariant, version and scenario that was accepted is still there",
  todo: "Bring back what is gone, or accept that it is: sealcheck accept --by NAME. What was stopped is to be searched to its end.",
  judge: ({ run, accepted }) => {
    const ids = new Set(run.promises.flatMap(({ invariants }) => invariants.map(({ id }) => id)));
    const versions = new Set(versionsIn(run).map(({ name }) => name));
    return {
      wrong: [
        ...Object.keys(accepted.meanings)
          .filter((id) => !ids.has(id))
          .map((id) => `${id} is gone`),
        ...Object.keys(accepted.standings)
          .filter((name) => !versions.has(name))
          .map((name) => `no scenario is played under ${name} any more`),
        ...fatesOf(accepted, run)
          .filter(({ protocol, now }) => !now && versions.has(protocol))
          .map(({ scenario, protocol }) => `${scenario} is not played under ${protocol} any more`),
        ...(run.partial ? ["the search was stopped before it was done"] : []),
      ],
      noted: [...versions]
        .filter((name) => !(name in accepted.standings))
        .map((name) => `${name} is new; nothing of it was accepted yet`),
    };
  },
};
