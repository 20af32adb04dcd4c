import { fileURLToPath } from "node:url";
import { Mistake, type Place } from "../../mistake.ts";
import type { Task } from "../../search/index.ts";

/** The line of the first frame in somebody's own file. */
export const firstOwnFrame = (stack: string): Place | undefined => {
  for (const [, file, line] of stack.matchAll(/\(?((?:file:\/\/)?\/[^()\s]+?):(\d+):\d+\)?$/gm))
    if (file && line && !file.includes("node_modules") && !file.includes("/dist/"))
      return {
        file: (file.startsWith("file:") ? fileURLToPath(file) : file).replace(/\?.*$/, ""),
        line: Number(line),
      };
  return undefined;
};

/**
 * An error as somebody's mistake, where it was thrown by their code; undefined where it was thrown by ours. A model
 * whose wiring reads a field of nothing is not a fault of the harness.
 */
export const mistakeOf = (
  error: unknown,
  { scenarioName, protocol }: Task,
): Mistake | undefined => {
  if (error instanceof Mistake) return error;
  if (!(error instanceof Error)) return undefined;
  const [first] = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const own = firstOwnFrame(first ?? "");
  if (!own) return undefined;
  return new Mistake({
    what: `a model fails in scenario "${scenarioName}" under ${protocol.name}: ${error.message}`,
    where: own,
    why: "what models declare must not throw in any state that can be reached",
    todo: "correct it there",
  });
};
