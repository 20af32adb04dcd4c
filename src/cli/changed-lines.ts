import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Mistake } from "../mistake.ts";
import type { Place } from "../report/formats/index.ts";
import type { RunTrace } from "../report/index.ts";
import type { Project } from "./project/index.ts";
import { distancesFrom } from "./watch/distances.ts";

/** Lines of a source that a change wrote, or beside which it took some away; from 1. */
interface ChangedLines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What has changed in the sources of a project since a revision, as whoever shows a break at the change that brought it
 * in needs it: for each break the changed lines that can have to do with it, the nearest first. A line is near where its
 * file declares what broke the promise, or where that file or the scenario imports it, directly or not. Throws a
 * {@link Mistake} where there is no such revision.
 */
export const changesSince = (
  { folders, sources }: Pick<Project, "folders" | "sources">,
  revision: string,
): ((trace: Pick<RunTrace, "by" | "scenario">) => readonly Place[]) => {
  const pathOf = (file: string): string => join(folders.project, file);
  const changed = changedLines(folders.project, revision);
  const distances = new Map(
    changed.map(({ file }) => [file, distancesFrom([pathOf(file)], sources)]),
  );
  return ({ by, scenario }) => {
    const story = sources.find((path) =>
      ["ts", "js", "mjs"].some(
        (ending) => path === join(folders.scenarios, `${scenario}.${ending}`),
      ),
    );
    const blamed = by?.file === undefined ? undefined : pathOf(by.file);
    const far = ({ file }: ChangedLines): number =>
      Math.min(
        ...[blamed, story].map((target) => distances.get(file)!.get(target ?? "") ?? Infinity),
      );
    const away = (lines: ChangedLines): number =>
      lines.file === by?.file ? Math.abs(lineIn(lines, by.line) - (by.line ?? 0)) : 0;
    return changed
      .filter((lines) => far(lines) < Infinity)
      .toSorted((left, right) => far(left) - far(right) || away(left) - away(right))
      .map((lines) => ({ file: lines.file, line: lineIn(lines, by?.line) }));
  };
};

/** The line among these that is nearest to another one. */
const lineIn = ({ from, to }: ChangedLines, line = from): number =>
  Math.min(Math.max(line, from), to);

const changedLines = (folder: string, revision: string): readonly ChangedLines[] => {
  const asked = [
    "diff",
    "--unified=0",
    "--no-color",
    "--no-ext-diff",
    "--relative",
    revision,
    "--",
  ];
  const { status, stdout, stderr } = spawnSync("git", asked, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Mistake({
      what: `nobody can tell what has changed since ${revision}`,
      why: (stderr ?? "").trim() || "there is no git",
      todo: "correct the name of the revision, or fetch it",
    });
  const found: ChangedLines[] = [];
  let file = "";
  for (const line of stdout.split("\n")) {
    file = /^\+\+\+ b\/(.*?)\t?$/.exec(line)?.[1] ?? file;
    const [, from, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (from === undefined) continue;
    const first = Math.max(1, Number(from));
    found.push({ file, from: first, to: first + Math.max(0, Number(count) - 1) });
  }
  return found;
};
