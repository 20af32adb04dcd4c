import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { effort, type Verdict } from "../mutate/index.ts";
import type { MutantName } from "./jobs.ts";
import { textIn } from "./files.ts";
import { modelHash, type Mutants, type Project } from "./project/index.ts";
import { version } from "./version.ts";

/**
 * Verdicts on mutants that were tried before. A verdict follows from the models, the scenarios, the mutant and the
 * effort that goes into it, and it is kept under the hash of these.
 */
export class MutantCache {
  readonly #file: string;
  readonly #common: string;
  readonly #protocol: string;
  readonly #known: ReadonlyMap<string, Verdict>;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #kept = new Map<string, Verdict>();

  constructor(project: Project, { sources, sabotages }: Mutants, protocol: string) {
    this.#file = join(project.folders.reports, "cache", `mutants of ${protocol}.json`);
    this.#common = `${version} ${modelHash(project)} ${JSON.stringify(effort)}`;
    this.#protocol = protocol;
    this.#known = new Map(read(this.#file));
    this.#sources = new Map(
      sabotages.map(({ name, sabotage }) => {
        const file = sabotage.place?.file ?? sources.find((one) => one.includes(name));
        return [`sabotage ${name}`, file === undefined ? "" : readFileSync(file, "utf8")];
      }),
    );
  }

  /** What is known of a mutant. */
  get(mutant: MutantName): Verdict | undefined {
    const key = this.#keyOf(mutant);
    const verdict = this.#known.get(key);
    if (verdict) this.#kept.set(key, verdict);
    return verdict;
  }

  add(mutant: MutantName, verdict: Verdict): void {
    this.#kept.set(this.#keyOf(mutant), verdict);
  }

  /** Keeps what was asked for and what was added; everything else is out of date. */
  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify([...this.#kept]));
  }

  #keyOf({ name, text }: MutantName): string {
    const own = [this.#common, this.#protocol, name, text, this.#sources.get(name) ?? ""];
    return createHash("sha256").update(own.join("\0")).digest("hex");
  }
}

const read = (file: string): [string, Verdict][] => {
  try {
    return JSON.parse(textIn(file) ?? "[]") as [string, Verdict][];
  } catch {
    return [];
  }
};
