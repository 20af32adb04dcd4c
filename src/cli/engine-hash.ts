import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { script } from "./pool.ts";

/**
 * What judges models, as a hash. The built worker names every chunk that it is made of by a hash of its text, so its own
 * text stands for all of them.
 */
export const engineHash = (): string =>
  createHash("sha256").update(readFileSync(script)).digest("hex");
