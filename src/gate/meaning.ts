import type { RunReport } from "../report/index.ts";
import type { Meaning } from "./accepted.ts";

/** What every invariant of a run says. */
export const meaningsIn = ({ promises }: RunReport): Record<string, Meaning> =>
  Object.fromEntries(
    promises.flatMap((promise) =>
      promise.invariants.map(({ id, paragraph, formula, words }) => [
        id,
        {
          promise: `${promise.title}. ${promise.says}`,
          paragraph,
          formula,
          reading: [promise.reading, promise.rejected].filter(Boolean).join(" Rejected: "),
          words,
        },
      ]),
    ),
  );

/** In what a meaning differs from another one, in the words of whoever reviews it. */
export const changesOf = (before: Meaning, now: Meaning): string[] => [
  ...(before.promise === now.promise ? [] : ["the sentence of its promise"]),
  ...(before.paragraph === now.paragraph ? [] : ["its paragraph"]),
  ...(before.formula === now.formula ? [] : ["its formula"]),
  ...(before.reading === now.reading ? [] : ["how it is read"]),
  ...Object.keys({ ...before.words, ...now.words })
    .filter((name) => before.words[name] !== now.words[name])
    .toSorted()
    .map((name) => (name.startsWith("fact ") ? `the ${name}` : `the code of ${name}`)),
];
