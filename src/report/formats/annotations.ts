import { counted } from "../words.ts";
import { headline, placesOf, worstFirst, type Showing } from "./showing.ts";

/** A step shows no more, and drops the rest without a word. */
const annotationsMost = 10;

/**
 * Workflow commands that make GitHub annotate lines of a pull request: what nobody has excused, the worst first. They
 * need no permission, so forks get them too. Where there are more than are shown, the last one says so.
 */
export const annotationsOf = (showing: Showing): string[] => {
  const { run, excuse, rules } = showing;
  const open = worstFirst(
    showing,
    run.traces.filter((trace) => !excuse(trace)),
  );
  const broken = open.map((trace) => {
    const { file, line } = placesOf(trace, showing).at;
    const text = `${headline(run, trace)}. ${counted(trace.moves.length, "move")} in ${trace.scenario}. sealcheck replay ${trace.token}`;
    return command(
      "error",
      { file, line: String(line), title: `sealcheck ${trace.invariant}` },
      text,
    );
  });
  const ruled = rules
    .filter(({ passed, id }) => !passed && id !== "causes" && id !== "verdicts")
    .map(({ id, says, wrong }) =>
      command("error", { title: `sealcheck gate: ${id}` }, [`${says}:`, ...wrong].join("\n")),
    );
  const all = [...broken, ...ruled];
  if (all.length <= annotationsMost) return all;
  const left = all.length - (annotationsMost - 1);
  return [
    ...all.slice(0, annotationsMost - 1),
    command("warning", { title: "sealcheck" }, `${left} more are in the summary of this step`),
  ];
};

const command = (
  level: "error" | "warning",
  properties: Readonly<Record<string, string>>,
  text: string,
): string => {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${level} ${told.join(",")}::${data(text)}`;
};

const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
