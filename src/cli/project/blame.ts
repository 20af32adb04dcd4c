import { fileURLToPath } from "node:url";
import { ImpureCall } from "../../machine/index.ts";
import { Mistake, type Place } from "../../mistake.ts";
import type { Task } from "../../search/index.ts";

/** Our own sources: source maps lead to them where they lie beside the build. */
const ours = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../" : "../src/", import.meta.url),
);

/** The line of the first frame in somebody's own file. */
export const firstOwnFrame = (stack: string): Place | undefined => {
  for (const [, file, line] of stack.matchAll(/[\s(]((?:file:\/\/)?\/[^()\s]+?):(\d+):\d+\)?$/gm))
    if (file && line && !file.includes("node_modules") && !file.includes("/dist/")) {
      const path = (file.startsWith("file:") ? fileURLToPath(file) : file).replace(/\?.*$/, "");
      if (!path.startsWith(ours)) return { file: path, line: Number(line) };
    }
  return undefined;
};

/** A mistake that does not know its place, at the line of theirs that led to it; failing that, at the protocol. */
const placed = (mistake: Mistake, protocol: Place | undefined): Mistake =>
  mistake.text.where
    ? mistake
    : new Mistake({ ...mistake.text, where: firstOwnFrame(mistake.stack ?? "") ?? protocol });

/**
 * An error as somebody's mistake, where it was thrown by their code; undefined where it was thrown by ours. A model
 * whose wiring reads a field of nothing is not a fault of the harness.
 */
export const mistakeOf = (
  error: unknown,
  { scenarioName, protocol }: Task,
): Mistake | undefined => {
  if (error instanceof Mistake) return placed(error, protocol.place);
  if (error instanceof ImpureCall)
    return new Mistake({
      what: `what a model declares ${error.message}, in scenario "${scenarioName}" under ${protocol.name}`,
      where: error.at ?? protocol.place,
      why: "wiring, intents and nouns must always give the same answer to the same question",
      todo: "let time, chance and other parties come in as events and facts",
    });
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
