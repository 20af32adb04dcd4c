import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { libraryProject } from "./library-project.ts";
import { sealcheck, startSealcheck, type Outcome } from "./sealcheck.ts";

/** The library in a rush: a search that takes a second, long enough to be killed in its middle. */
export class Rush implements Disposable {
  readonly #library = libraryProject();
  readonly folder = this.#library.folder;
  /** Where its checkpoints go. */
  readonly file = join(this.folder, "rush.checkpoint");

  constructor() {
    this.#library.write("scenarios/rush.ts", scenario);
  }

  check(...args: readonly string[]): Outcome {
    return sealcheck(this.folder, ["check", ...search, ...args]);
  }

  /** What the last search has found. */
  get reported(): string {
    return readFileSync(join(this.folder, "reports/latest/run.json"), "utf8");
  }

  /**
   * Kills the search again and again, so many milliseconds after a checkpoint or, undefined, before there is any, and
   * lets it go on each time; then lets it end. Answers how often it was killed before it had ended.
   */
  async killed(moments: readonly (number | undefined)[]): Promise<number> {
    let killed = 0;
    for (const later of moments) {
      const resume = existsSync(this.file) ? ["--resume", this.file] : [];
      const workers = ["--workers", String(1 + (killed % 2))];
      const saving = ["--checkpoint", this.file, "--checkpoint-every", "0"];
      const args = ["check", ...search, ...saving, ...workers, ...resume];
      const { child, ended } = startSealcheck(this.folder, args);
      if (later !== undefined) await this.#untilSaved(this.#written, ended);
      await new Promise((resolve) => setTimeout(resolve, later ?? 100));
      child.kill("SIGKILL");
      const { status, err } = await ended;
      expect([0, null], err).toContain(status);
      if (status === null) killed++;
    }
    expect(this.check("--resume", this.file, "--workers", "2").status).toBe(0);
    return killed;
  }

  /** When the checkpoint was last written; 0 if it never was. */
  get #written(): number {
    return existsSync(this.file) ? statSync(this.file).mtimeMs : 0;
  }

  /** Waits until the checkpoint is written again, or until a search has ended. */
  async #untilSaved(before: number, ended: Promise<unknown>): Promise<void> {
    const over = ended.then(() => true);
    const soon = (): Promise<false> =>
      new Promise((resolve) => setTimeout(() => resolve(false), 2));
    while (this.#written === before && !(await Promise.race([over, soon()])));
  }

  [Symbol.dispose](): void {
    this.#library[Symbol.dispose]();
  }
}

const search = ["rush", "--no-symmetry"];

const scenario = `import { breaks, scenario } from "sealcheck";
import { sealedSlips } from "../models/protocols.ts";

export default scenario({
  says: "Three readers borrow as many books as they can, and slips get lost.",
  protocols: [sealedSlips],
  cast: { borrowers: ["ana", "bob", "cyd"] },
  mayDo: { ana: ["user.ask"], bob: ["user.ask"], cyd: ["user.ask"] },
  faults: { drop: 1, reorder: 1 },
  bound: { moves: 30, slips: 2 },
  about: ["L2.a"],
  expects: {
    "sealed-slips": { "L2.a": breaks("a slip that is lost never reaches the shelf") },
  },
});
`;
