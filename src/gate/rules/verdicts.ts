import type { Verdict } from "../../report/index.ts";
import { type Rule, versionsIn } from "../rule.ts";

/** Whether a promise is kept, as far as is known. */
export const keeps = (verdict: Verdict): boolean =>
  verdict.startsWith("held") || verdict === "notApplicable";

/** A promise that held must not break. */
export const verdicts: Rule = {
  id: "verdicts",
  says: "No promise that was kept is broken now",
  todo: "Open the story and mend what brings it about; or let it through for a time: sealcheck accept ID --by NAME --expires DAY --reason WHY.",
  judge: ({ run, accepted }) => {
    const wrong: string[] = [];
    const better: string[] = [];
    for (const { name, invariants } of versionsIn(run))
      for (const { id, verdict, says } of invariants) {
        const before = accepted.standings[name]?.[id]?.verdict;
        if (before === undefined) continue;
        if (keeps(before) && verdict === "broken")
          wrong.push(`${id} under ${name}: ${before} → broken. ${says}`);
        if (before === "broken" && keeps(verdict))
          better.push(`${id} under ${name}: broken → ${verdict}`);
      }
    return { wrong, better };
  },
};
