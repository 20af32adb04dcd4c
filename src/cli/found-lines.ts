import { counted, wrapped, type Style } from "../report/index.ts";
import type { FoundBefore } from "./found-before.ts";

/** What has become of stories that were found before, for a terminal. */
export const foundLines = (found: readonly FoundBefore[], style: Style): string[] =>
  found.flatMap((each) => wrapped(foundLine(each, style), style.width, 2));

const foundLine = ({ trace, now }: FoundBefore, style: Style): string => {
  const { invariant, scenario, protocol, moves } = trace;
  const name = `${invariant} in ${scenario} under ${protocol}`;
  const story = `the story of ${counted(moves.length, "move")} that was found before`;
  if (now === "breaks again") return `${style.fail} ${name}: ${story} breaks it again`;
  return `${style.pass} ${name}: ${story} ${now}; it is tried no more unless it is among the scenario's examples`;
};
