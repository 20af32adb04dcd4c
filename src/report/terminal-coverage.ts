import { coverageWords, standingWords } from "./coverage-words.ts";
import type { RunCovered, RunReport } from "./run.ts";
import { failing } from "./tally.ts";
import type { Style } from "./terminal-style.ts";
import { wrapped } from "./terminal-wrap.ts";

/** So many names are still read. */
const namesMost = 10;

/**
 * What parts declare and did not come up, or came up and should not have: by name where it fails or where the whole
 * project was searched; after a selection, most of it did not come up merely because nobody asked.
 */
export const coverageLines = ({ coverage, whole }: RunReport, style: Style): string[] => {
  const failed = failing(coverage);
  const others = coverage.noted.filter(({ standing }) => ["never", "not seen"].includes(standing));
  const told = whole ? [...failed, ...others] : failed;
  const left = told.length - namesMost;
  return [
    ...(failed.length + others.length > 0 ? [`came up: ${coverageWords(coverage)} of parts`] : []),
    ...told.slice(0, namesMost).flatMap((one) => nameLines(one, failed.includes(one), style)),
    ...(left > 0 ? [`  and ${left} more; the report lists them`] : []),
  ];
};

/** One of them by name. */
export const nameLines = (one: RunCovered, fails: boolean, style: Style): string[] =>
  wrapped(
    `${fails ? style.fail : style.unsure} ${style.plain(`${one.part}: ${one.what} "${one.name}" ${standingWords(one)}`)}`,
    style.width,
    4,
  );
