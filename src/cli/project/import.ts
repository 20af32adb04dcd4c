import { fileURLToPath, pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";
import { Mistake, type Place } from "../../mistake.ts";
import { ExitCode } from "../../report/index.ts";
import { textIn } from "../files.ts";
import { firstOwnFrame } from "./blame.ts";

let registered = false;

/**
 * Imports a source of the project, TypeScript included. Throws a {@link Mistake} that names the file and, where it can
 * be known, the line, when the file cannot be read or fails as it loads.
 */
export const importSource = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  if (!registered) register();
  registered = true;
  // XState finds what is wrong with a machine deep inside of it; the line that makes the machine must still be seen.
  Error.stackTraceLimit = 50;
  const unfinished = (): void => {
    process.stderr.write(`${neverLoaded(path).message}\n`);
    process.exitCode = ExitCode.usage;
  };
  process.once("exit", unfinished);
  try {
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (error instanceof Mistake) throw error;
    throw loadMistake(path, error);
  } finally {
    process.off("exit", unfinished);
  }
};

/** A file that ends the process, or waits for what never comes, must not look like a project without fault. */
const neverLoaded = (path: string): Mistake =>
  new Mistake({
    what: "this file, or one that it imports, does not finish loading",
    where: { file: path, line: 1 },
    why: "it ends the process, or waits for something that never comes",
    todo: "models and scenarios declare; let them do nothing else",
  });

const loadMistake = (path: string, error: unknown): Mistake => {
  const said = error instanceof Error ? error.message : String(error);
  const syntax = syntaxError(said);
  if (syntax)
    return new Mistake({
      what: `this file cannot be read: ${syntax.what}`,
      where: syntax.where,
      todo: "correct its syntax",
    });
  const missing = /Cannot find (?:module|package) '([^']+)'/.exec(said)?.[1];
  const named = missing ?? / does not provide an export named /.exec(said)?.[0];
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const where =
    (missing ? importing(path, missing) : undefined) ?? pointedAt(stack) ?? firstOwnFrame(stack);
  return new Mistake({
    what: `this file fails as it loads: ${said.split("\n").join(" ").trim()}`,
    where: where ?? { file: path, line: 1 },
    todo: named ? "correct the name in its import" : "correct it, or what it imports",
  });
};

/** Node puts the line of an import that finds nothing before the message. */
const pointedAt = (stack: string): Place | undefined => {
  const [, file, line] = /^((?:file:\/\/)?\/.+?)(?:\?.*)?:(\d+)\n/.exec(stack) ?? [];
  return file && line
    ? { file: file.startsWith("file:") ? fileURLToPath(file) : file, line: Number(line) }
    : undefined;
};

/** esbuild says "path:line:column: ERROR: …". */
const syntaxError = (said: string): { what: string; where: Place } | undefined => {
  const [, file, line, what] = /^(.+?):(\d+):\d+: ERROR: (.*)$/m.exec(said) ?? [];
  return file && line && what ? { what, where: { file, line: Number(line) } } : undefined;
};

/** The line that imports what is not there, in the file itself; deeper files are named by Node's message alone. */
const importing = (path: string, missing: string): Place | undefined => {
  const last = missing.split("/").at(-1)!;
  const lines = (textIn(path) ?? "").split("\n");
  const at = lines.findIndex((line) => /\b(?:from|import)\b/.test(line) && line.includes(last));
  return at < 0 ? undefined : { file: path, line: at + 1 };
};
