import * as Effect from "effect/Effect";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Mistake } from "../../mistake.ts";
import { ExitCode } from "../../report/index.ts";
import type { InternalError } from "../failure.ts";
import { fromFolder } from "../files.ts";
import { outputFor } from "../output.ts";
import { attempt } from "./attempt.ts";

/** Our own package: its sources lie deeper than its build. */
const ours = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../../" : "../", import.meta.url),
);

export interface InitOptions {
  /** The folder of the new project. */
  readonly folder: string;
}

/** Makes a small project that runs green at once: a protocol, its promises, a scenario, a test, and files for CI. */
export const initCommand = ({
  folder,
}: InitOptions): Effect.Effect<ExitCode, Mistake | InternalError> =>
  Effect.gen(function* () {
    const { told, style } = outputFor({ json: false });
    const target = resolve(folder);
    const files = yield* attempt(starterFiles);
    yield* attempt(() => mustBeFree(target, files));
    yield* attempt(() => write(target, files));
    const there = fromFolder(process.cwd(), target);
    told(
      `${style.bold("a protocol of two people and a server")} is in ${there}:`,
      ...[...files.keys()].map((file) => `  ${file}`),
      "",
      style.bold("next:"),
      ...(there === "." ? [] : [`  cd ${there}`]),
      "  npm install",
      "  npm start    searches for stories that break a promise, and writes a report",
      "  npm test     does the same as tests of vitest",
      "README.md tells which line to change to see a promise break.",
    );
    return ExitCode.ok;
  });

/** What the starter consists of: where each file goes, and where it lies in our package. */
const starterFiles = (): ReadonlyMap<string, string> => {
  const starter = join(ours, "starter");
  const own = readdirSync(starter, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [nameOf(relative(starter, path)), path] as const);
  // The job for GitLab is the one that others include.
  const job = join(".gitlab", "sealcheck.yml");
  return new Map(
    [...own, [job, join(ours, job)] as const].toSorted(([left], [right]) =>
      left < right ? -1 : 1,
    ),
  );
};

/** npm leaves every .gitignore out of a package. */
const nameOf = (path: string): string =>
  path.split(sep).join("/") === "gitignore" ? ".gitignore" : path;

const mustBeFree = (target: string, files: ReadonlyMap<string, string>): void => {
  const taken = [...files.keys()].filter((file) => existsSync(join(target, file)));
  if (taken.length === 0) return;
  throw new Mistake({
    what: `${fromFolder(process.cwd(), target)} already has ${taken.join(", ")}`,
    why: "init overwrites nothing, so it has written nothing at all",
    todo: "name a new folder: sealcheck init my-protocol",
  });
};

const write = (target: string, files: ReadonlyMap<string, string>): void => {
  for (const [file, source] of files) {
    const path = join(target, file);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, readFileSync(source), { flag: "wx" });
    } catch (error) {
      throw new Mistake({
        what: `${fromFolder(process.cwd(), path)} cannot be written`,
        why: error instanceof Error ? error.message : undefined,
        todo: "name a folder that you may write to",
      });
    }
  }
};
