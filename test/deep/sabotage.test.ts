import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Sabotage } from "../../src/index.ts";
import { Workshop } from "../../src/mutate/index.ts";
import { mutantOf } from "../../src/mutate/from-sabotage.ts";
import { mutated } from "../../src/mutate/mutant.ts";
import { invariantsOf, mergeChunks, searchChunk } from "../../src/search/index.ts";
import { promises, taskOf, tasks } from "../models/project.ts";

const folder = fileURLToPath(new URL("../../models/mutants", import.meta.url));

const sabotages = await Promise.all(
  globSync("*.ts", { cwd: folder })
    .filter((file) => file !== "accepted.ts")
    .toSorted()
    .map(async (file) => {
      const { default: sabotage } = (await import(`${folder}/${file}`)) as { default: Sabotage };
      return { name: file.slice(0, -".ts".length), sabotage };
    }),
);

const strict = tasks.filter(({ protocol }) => protocol.name === "strict");

describe("sabotage of the strict version is noticed by the promises that it names", () => {
  const workshop = new Workshop(strict, sabotages);

  test("there are at least forty, and every invariant is named by one", () => {
    expect(sabotages.length).toBeGreaterThanOrEqual(40);
    const named = new Set(sabotages.flatMap(({ sabotage }) => sabotage.breaks));
    const ids = invariantsOf(promises)
      // Whose keys these are is a matter of other versions, and what two runs show no matter of one story.
      .filter(({ id, pattern }) => !id.startsWith("KV.") && pattern !== "indistinguishable")
      .map(({ id }) => id);
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((id) => !ids.includes(id))).toEqual([]);
  });

  const possible = new Set(
    invariantsOf(promises)
      .filter(({ pattern }) => pattern === "possible")
      .map(({ id }) => id),
  );
  // That something never shows takes longer to tell than that something breaks; the deep tests do.
  const breaking = sabotages.filter(
    ({ sabotage }) => !sabotage.breaks.some((id) => possible.has(id)),
  );

  test.each(breaking)("$name", ({ name, sabotage }) => {
    const { kills } = workshop.try(`sabotage ${name}`);
    const noticed = kills.map(({ invariant }) => invariant);
    expect(noticed).toEqual(expect.arrayContaining([...sabotage.breaks]));
  });
});

test("what sabotage does is told: how the service came to know the text", () => {
  const { sabotage } = sabotages.find(({ name }) => name === "relay-keeps-device-keys")!;
  const honest = taskOf("wake-up", "strict");
  const task = { ...honest, protocol: mutated(honest.protocol, mutantOf("relay", sabotage)) };
  const chunk = searchChunk(task, { seed: 1, index: 0, firstRun: 1, runs: 1_000 });
  const broken = mergeChunks(task, [chunk], false).counterexamples.find(
    ({ invariant }) => invariant === "P1.a",
  )!;
  expect(broken.fact).toMatchObject({ type: "learned", by: "service" });
  expect(JSON.stringify(broken.derivation)).toContain("key of ");
});
