import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { effort, type Verdict } from "../mutate/index.ts";
import type { MutantName } from "./jobs.ts";
import { textIn, writeWhole } from "./files.ts";
import { engineHash } from "./engine-hash.ts";
import { modelHash, type Mutants, type Project } from "./project/index.ts";
import { opened, sealed } from "./sealed-text.ts";

/**
 * Verdicts on mutants that were tried before. A verdict follows from the models, the scenarios, the mutant, the
 * effort that goes into it and the engine that judges it, and it is kept under the hash of these.
 */
export class MutantCache {
  readonly #file: string;
  readonly #common: string;
  readonly #protocol: string;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #known: Map<string, Verdict>;

  constructor(project: Project, { sources, sabotages }: Mutants, protocol: string) {
    this.#file = join(project.folders.reports, "cache", `mutants of ${protocol}.json`);
    this.#common = `${engineHash()} ${modelHash(project)} ${JSON.stringify(effort)}`;
    this.#protocol = protocol;
    this.#known = new Map(opened(this.#common, textIn(this.#file)) as Kept | undefined);
    this.#sources = new Map(
      sabotages.map(({ name, sabotage }) => {
        const file = sabotage.place?.file ?? sources.find((one) => one.includes(name));
        return [`sabotage ${name}`, file === undefined ? "" : readFileSync(file, "utf8")];
      }),
    );
  }

  /** What is known of a mutant. */
  get(mutant: MutantName): Verdict | undefined {
    return this.#known.get(this.#keyOf(mutant));
  }

  /** Keeps a verdict, and from time to time all of them, so that whatever ends the work loses little. */
  add(mutant: MutantName, verdict: Verdict): void {
    this.#known.set(this.#keyOf(mutant), verdict);
    if (this.#known.size % between === 0) this.save();
  }

  save(): void {
    writeWhole(this.#file, sealed(this.#common, [...this.#known]));
  }

  #keyOf({ name, text }: MutantName): string {
    const own = [this.#common, this.#protocol, name, text, this.#sources.get(name) ?? ""];
    return createHash("sha256").update(own.join("\0")).digest("hex");
  }
}

/** New verdicts after which they are saved. */
const between = 25;

/** Verdicts by their keys. */
type Kept = readonly (readonly [string, Verdict])[];
