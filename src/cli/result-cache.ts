import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Task } from "../search/index.ts";
import { engineHash } from "./engine-hash.ts";
import { textIn, writeWhole } from "./files.ts";
import { modelHash, nameOf, type Project } from "./project/index.ts";
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
  readonly #folder: string;
  readonly #searching: Searching;

  constructor(project: Project, searching: Searching) {
    this.#searching = searching;
    const all = join(project.folders.reports, "cache", "results");
    const own = digest([engineHash(), modelHash(project)]);
    this.#folder = join(all, own);
    mkdirSync(this.#folder, { recursive: true });
    for (const other of readdirSync(all))
      if (other !== own) rmSync(join(all, other), { recursive: true, force: true });
  }

  /** What is known of a task; undefined where nothing is, or it cannot be read. */
  get(task: Task): Searched | undefined {
    try {
      const { outcome, accounts, telemetry } = JSON.parse(textIn(this.#fileOf(task)) ?? "") as Kept;
      return { material: { ...task, outcome, accounts }, telemetry };
    } catch {
      return undefined;
    }
  }

  put(task: Task, { material, telemetry }: Searched): void {
    const { outcome, accounts } = material;
    if (outcome.partial) return;
    const file = this.#fileOf(task);
    const kept: Kept = { outcome, accounts, telemetry };
    writeWhole(file, JSON.stringify(kept));
  }

  #fileOf(task: Task): string {
    const { tried, ...rest } = this.#searching;
    const { adversary } = task.scenario;
    const key = digest([nameOf(task), adversary ?? "", rest, tried(task)]);
    return join(this.#folder, `${key}.json`);
  }
}

type Kept = Pick<Searched["material"], "outcome" | "accounts"> & Pick<Searched, "telemetry">;

const digest = (of: unknown): string =>
  createHash("sha256").update(JSON.stringify(of)).digest("hex").slice(0, 32);
