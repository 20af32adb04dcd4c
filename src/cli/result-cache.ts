import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Task } from "../search/index.ts";
import { engineHash } from "./engine-hash.ts";
import { textIn, writeWhole } from "./files.ts";
import { modelHash, nameOf, type Project } from "./project/index.ts";
import { opened, sealed } from "./sealed-text.ts";
import type { Searched } from "./search-tasks.ts";

/** Everything that what is found of a task depends on, beside the models and the engine. */
export interface Searching {
  readonly seed: number;
  readonly runs: number;
  readonly causes: boolean;
  readonly sampled: boolean;
  readonly guided: boolean | undefined;
  readonly tried: (task: Task) => readonly (readonly string[])[];
}

/**
 * What was found of tasks, for as long as models and engine are what they were: searching again would come to the same,
 * byte for byte. What was found of other models is thrown away. Nothing is kept of a task that was not done.
 */
export class ResultCache {
  readonly #own: string;
  readonly #folder: string;
  readonly #committed: ReadonlySet<string>;
  readonly #searching: Searching;

  constructor(project: Project, searching: Searching) {
    this.#searching = searching;
    const all = join(project.folders.reports, "cache", "results");
    this.#own = searchedHash(project);
    this.#folder = join(all, this.#own);
    mkdirSync(this.#folder, { recursive: true });
    this.#committed = committedIn(this.#folder);
    for (const other of readdirSync(all))
      if (other !== this.#own) rmSync(join(all, other), { recursive: true, force: true });
  }

  /** What is known of a task; undefined where nothing is, or a file is not what was written there. */
  get(task: Task): Searched | undefined {
    const of = this.#identityOf(task);
    // Whoever brings a change along must not bring along what is found of it.
    if (this.#committed.has(`${of}.json`)) return undefined;
    const kept = opened(of, textIn(this.#fileOf(of))) as Kept | undefined;
    if (!kept) return undefined;
    const { outcome, accounts, telemetry } = kept;
    return { material: { ...task, outcome, accounts }, telemetry };
  }

  put(task: Task, { material, telemetry }: Searched): void {
    const { outcome, accounts } = material;
    if (outcome.partial) return;
    const of = this.#identityOf(task);
    const kept: Kept = { outcome, accounts, telemetry };
    writeWhole(this.#fileOf(of), sealed(of, kept));
  }

  /** All that a result follows from. */
  #identityOf(task: Task): string {
    const { tried, ...rest } = this.#searching;
    const { adversary } = task.scenario;
    return digest([this.#own, nameOf(task), adversary ?? "", rest, tried(task)]);
  }

  #fileOf(identity: string): string {
    return join(this.#folder, `${identity}.json`);
  }
}

/** Files that a branch brings along. Without git, nothing was committed. */
const committedIn = (folder: string): ReadonlySet<string> => {
  const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: folder, encoding: "utf8" });
  return new Set((stdout ?? "").split("\0"));
};

/** What results are kept under: models, scenarios, and what judges them. */
export const searchedHash = (project: Project): string =>
  digest([engineHash(), modelHash(project)]);

type Kept = Pick<Searched["material"], "outcome" | "accounts"> & Pick<Searched, "telemetry">;

const digest = (of: unknown): string =>
  createHash("sha256").update(JSON.stringify(of)).digest("hex").slice(0, 32);
