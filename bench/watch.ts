import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./measure.ts";
import { table } from "./table.ts";

/**
 * Seconds on the clock from saving a file of the shipped models to the first verdict that `sealcheck watch` prints, and
 * seconds of processor time that it takes meanwhile: `npm run bench:watch`.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = 5;

const files = {
  "a machine": "models/parties/relay.ts",
  "a promise": "models/promises/p3.ts",
  "a version": "models/protocols/strict.ts",
  "a scenario": "scenarios/flip-in-flight.ts",
} as const;

/** The project somewhere else, so that nobody's files are touched. */
const folder = mkdtempSync(join(tmpdir(), "sealcheck-watch-"));
for (const part of ["models", "scenarios", "package.json"])
  cpSync(join(root, part), join(folder, part), { recursive: true });
for (const part of ["node_modules", "dist", "src"])
  symlinkSync(join(root, part), join(folder, part));

/** What a process prints, and a way to wait for what it has not printed yet. */
class Said {
  #text = "";
  #heard = (): void => {};

  constructor({ stdout }: ChildProcess) {
    stdout!.on("data", (text) => {
      this.#text += String(text);
      this.#heard();
    });
  }

  /** Comes true once something is printed, and forgets what was printed up to there. */
  async hears(what: RegExp): Promise<void> {
    let found = what.exec(this.#text);
    for (; !found; found = what.exec(this.#text))
      await new Promise<void>((resolve) => (this.#heard = resolve));
    this.#text = this.#text.slice(found.index + found[0].length);
  }
}

/** Seconds of processor time that a process and its threads have taken; where /proc tells. */
const processorTime = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

const child = spawn(process.execPath, [join(root, "bin/sealcheck.js"), "watch"], { cwd: folder });
const said = new Said(child);
const verdict = /^[✓✗∅] /m;
const rest = /^watching /m;
await said.hears(rest);
// Which tasks are quick is known once they were run.
writeFileSync(
  join(folder, "models/version.ts"),
  `${readFileSync(join(folder, "models/version.ts"), "utf8")}\n//\n`,
);
await said.hears(rest);

const rows: string[][] = [];
for (const [what, file] of Object.entries(files)) {
  const text = readFileSync(join(folder, file), "utf8");
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [wall, cpu] = [performance.now(), processorTime(child)];
    writeFileSync(join(folder, file), `${text}\n// ${round}\n`);
    // What the round before still says is none of this one's.
    await said.hears(/ changed$/m);
    await said.hears(verdict);
    walls.push((performance.now() - wall) / 1000);
    cpus.push(processorTime(child) - cpu);
    // The next round begins before this one has ended, as when somebody saves again; but with a thread to spare.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  rows.push([
    what,
    file,
    median(walls).toFixed(2),
    Math.max(...walls).toFixed(2),
    median(cpus).toFixed(2),
  ]);
}
child.kill("SIGINT");
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${table(["saved", "file", "first verdict, s", "slowest, s", "processor, s"], rows)}\n`,
);
