import { changesOf, meaningsIn } from "../meaning.ts";
import type { Rule } from "../rule.ts";

/** Whoever signed a promise signed these words. */
export const meaning: Rule = {
  id: "meaning",
  says: "Every promise says what it said when it was accepted",
  todo: "Whoever answers for the promise reads it again, and then signs what it says now: sealcheck accept ID --by NAME.",
  judge: ({ run, accepted }) => ({
    wrong: Object.entries(meaningsIn(run)).flatMap(([id, now]) => {
      const before = accepted.meanings[id];
      if (!before) return [`${id} was never accepted. ${now.paragraph}`];
      const changes = changesOf(before, now);
      return changes.length > 0 ? [`${id} changed: ${changes.join(", ")}`] : [];
    }),
  }),
};
