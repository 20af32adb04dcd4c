import { createHash } from "node:crypto";
import { watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { sourcesBelow, textIn } from "../files.ts";

/** Milliseconds for which it must be quiet: editors write in several steps, and tools many files at once. */
const quiet = 60;

/**
 * Tells of sources below some folders that have changed, those that came or went too. A file that was saved with the
 * same text in it has not changed.
 */
export class Changes {
  readonly #watchers: readonly FSWatcher[];
  readonly #folders: readonly string[];
  readonly #tell: (changed: readonly string[]) => void;
  #known: ReadonlyMap<string, string>;
  #timer: NodeJS.Timeout | undefined;

  constructor(folders: readonly string[], tell: (changed: readonly string[]) => void) {
    this.#folders = folders;
    this.#tell = tell;
    this.#known = digests(folders);
    this.#watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, () => this.#look()).on("error", () => this.#look()),
    );
  }

  get files(): number {
    return this.#known.size;
  }

  end(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const now = digests(this.#folders);
      const all = new Set([...this.#known.keys(), ...now.keys()]);
      const changed = [...all].filter((path) => this.#known.get(path) !== now.get(path));
      this.#known = now;
      if (changed.length > 0) this.#tell(changed.toSorted());
    }, quiet);
  }
}

/** Of every source below these folders. What an event says is not enough: it may name a folder, or nothing at all. */
const digests = (folders: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    folders
      .flatMap((folder) => sourcesBelow(folder).map((path) => join(folder, path)))
      .map((path) => [
        path,
        createHash("sha256")
          .update(textIn(path) ?? "")
          .digest("hex"),
      ]),
  );
