import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Mistake } from "../mistake.ts";
import type { TaskMaterial, TaskTelemetry } from "../report/index.ts";
import { textIn } from "./files.ts";
import { modelHash, taskNamed, type Project } from "./project/index.ts";
import type { TaskName } from "./project/project.ts";
import type { Searched } from "./search-tasks.ts";

/** Which part of a search it is, from 1, and of how many. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** What a shard found, as a file: everything that the whole report is put together from. */
export interface ShardFile {
  readonly schema: "sealcheck.shard/1";
  readonly shard: Shard;
  readonly version: string;
  readonly modelHash: string;
  readonly seed: number;
  readonly runs: number;
  /** Whether all shards together search every scenario under all its protocols. */
  readonly whole: boolean;
  /** What all of them search together. */
  readonly selected: readonly TaskName[];
  readonly tasks: readonly (Pick<TaskMaterial, "outcome" | "accounts"> & {
    readonly scenario: string;
    readonly protocol: string;
    readonly telemetry: TaskTelemetry;
  })[];
}

/** The shard that `2/4` names. */
export const shardNamed = (text: string): Shard => {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index >= 1 && shard.index <= shard.of) return shard;
  throw new Mistake({
    what: `--shard wants a part of a whole, and "${text}" is none`,
    why: "the search is split by number, so that every machine knows its part",
    todo: "for example --shard 1/4 to --shard 4/4",
  });
};

/** The tasks of a shard: every so many, by their order and never by how long they take. */
export const inShard = <T>(tasks: readonly T[], { index, of }: Shard): T[] =>
  tasks.filter((_, at) => at % of === index - 1);

const folderIn = (reports: string): string => join(reports, "shards");

/** Writes what a shard found; answers the file. */
export const writeShard = (
  reports: string,
  { shard, ...rest }: Omit<ShardFile, "schema" | "tasks">,
  searched: readonly Searched[],
): string => {
  const folder = folderIn(reports);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${shard.index}-of-${shard.of}.json`);
  const tasks = searched.map(({ material: { outcome, accounts }, telemetry }) => {
    const { scenario, protocol } = telemetry;
    return { scenario, protocol, outcome, accounts, telemetry };
  });
  const content: ShardFile = { schema: "sealcheck.shard/1", shard, ...rest, tasks };
  writeFileSync(file, `${JSON.stringify(content)}\n`);
  return file;
};

/** All shards of one search. Refuses those that are missing, come twice, or are of other models or searches. */
export const readShards = (project: Project): ShardFile[] => {
  const folder = folderIn(project.folders.reports);
  const files = globSync("**/*.json", { cwd: folder })
    .toSorted()
    .map((file) => shardIn(join(folder, file)));
  const refuse = (what: string, why: string): never => {
    throw new Mistake({
      what,
      why,
      todo: `put all shards of one search into ${folder}, and no other`,
    });
  };
  const [first] = files;
  if (!first) return refuse("there are no shards to merge", "run --shard writes them there");
  const { of } = first.shard;
  const here = modelHash(project);
  for (const { shard, seed, runs, version, selected, modelHash: hash } of files) {
    const name = `shard ${shard.index}/${shard.of}`;
    if (shard.of !== of)
      refuse(
        `${name} is of a search in ${shard.of} parts, others in ${of}`,
        "parts of two searches are no whole",
      );
    if (JSON.stringify(selected) !== JSON.stringify(first.selected))
      refuse(
        `${name} is part of a search of other scenarios`,
        "parts of two searches are no whole",
      );
    if (hash !== here)
      refuse(`${name} was made of other models`, "what it found says nothing of these");
    if (seed !== first.seed || runs !== first.runs || version !== first.version)
      refuse(
        `${name} was made with another seed, number of runs or sealcheck`,
        "parts of two searches are no whole",
      );
  }
  const indices = files.map(({ shard }) => shard.index);
  for (let index = 1; index <= of; index++) {
    const times = indices.filter((one) => one === index).length;
    if (times === 0)
      refuse(`shard ${index}/${of} is missing`, "what it would have found is not known");
    if (times > 1)
      refuse(`shard ${index}/${of} comes ${times} times`, "its runs would count as often");
  }
  return files;
};

const shardIn = (file: string): ShardFile => {
  try {
    const shard = JSON.parse(textIn(file) ?? "") as ShardFile;
    if (shard.schema === "sealcheck.shard/1") return shard;
  } catch {
    // Said below, as of every other file that is none.
  }
  throw new Mistake({
    what: "this file is no shard of a search, or not all of it",
    where: { file, line: 1 },
    why: "whatever is left out would count as searched",
    todo: "make it again with sealcheck run --shard, or remove it",
  });
};

/** What all shards together have searched, as if nobody had split it. */
export const mergedShards = (project: Project, files: readonly ShardFile[]): Searched[] =>
  files
    .flatMap(({ tasks }) => tasks)
    .map(({ scenario, protocol, outcome, accounts, telemetry }) => ({
      material: { ...taskNamed(project, scenario, protocol), outcome, accounts },
      telemetry,
    }));
