import type { Finding } from "../accepted.ts";
import type { Rule } from "../rule.ts";
import { suppressionOf } from "../suppression.ts";

/** What was accepted for a time is looked at again when that is over. */
export const expiry: Rule = {
  id: "expiry",
  says: "No acceptance that a break leans on has expired",
  todo: "Mend what was let through; or, after another look, accept it for longer: sealcheck accept ID --by NAME --expires DAY.",
  judge: ({ run, accepted, today }) => {
    const leant = new Set(run.traces.flatMap((trace) => suppressionOf(accepted, trace) ?? []));
    const isOver = ({ expires }: Finding): boolean => expires < today;
    return {
      wrong: [...leant].filter(isOver).map(told),
      noted: [...leant].filter((finding) => !isOver(finding)).map(told),
    };
  },
};

const told = ({ invariant, protocol, owner, expires, reason }: Finding): string =>
  `${invariant} under ${protocol}, accepted by ${owner} until ${expires}: ${reason}`;
