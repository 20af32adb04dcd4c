import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { killedWhileWriting } from "../cli/killed-writer.ts";

test("a process that is killed while it writes, at whatever moment, leaves a whole checkpoint", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sealcheck-checkpoint-"));
  const moments = Array.from({ length: 8 }, (_, kill) => kill * 5);
  const begun = await killedWhileWriting(join(folder, "search.checkpoint"), moments);
  rmSync(folder, { recursive: true });
  expect(begun, "some were killed in the middle").toBeGreaterThan(0);
});
