import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { promiseParagraphs, type PrivacyPromise } from "../../src/promise/index.ts";
import { scenarioParagraphs } from "../../src/report/explain-scenario.ts";
import type { Scenario } from "../../src/world/index.ts";
import { filesOf, root } from "../imports.ts";
import { notPlain } from "./plain-words.ts";

const declared = async <T extends { readonly sealcheck: string }>(
  glob: string,
  kind: T["sealcheck"],
): Promise<readonly T[]> => {
  const modules = await Promise.all(
    filesOf(glob).map((file) => import(join(root, file)) as Promise<Record<string, unknown>>),
  );
  const values = modules.flatMap((module) => Object.values(module)) as (T | undefined)[];
  return [...new Set(values)].filter((value): value is T => value?.sealcheck === kind);
};

describe("what people sign has no identifier and no symbol in it", async () => {
  const promises = await declared<PrivacyPromise>("models/promises/*.ts", "promise");
  const scenarios = await declared<Scenario>("scenarios/**/*.ts", "scenario");

  test("there is something to sign", () => {
    expect(promises.length).toBeGreaterThan(0);
    expect(scenarios.length).toBeGreaterThan(0);
  });

  test.each(promises.map((promise) => [promise.id, promise] as const))("%s", (_, promise) => {
    expect(notPlain(promiseParagraphs(promise).join("\n"))).toEqual([]);
  });

  test.each(scenarios.map((scenario) => [scenario.says, scenario] as const))(
    "%s",
    (_, scenario) => {
      const owners = scenario.protocols.flatMap((protocol) =>
        protocol.compose(scenario.cast).parts.map(({ owner }) => owner),
      );
      const paragraphs = scenarioParagraphs(scenario, [...new Set(owners)].toSorted());
      expect(notPlain(paragraphs.join("\n"))).toEqual([]);
    },
  );
});

describe("the check itself", () => {
  test.each(["chatOpened", "user_open", "user.open", "P3.a", "a => b", "a → b", "`x`"])(
    "%s",
    (text) => {
      expect(notPlain(text).length).toBeGreaterThan(0);
    },
  );
  test("plain words pass", () => {
    expect(notPlain('Ana\'s phone, at most 30 days; S4 (in part). Next: "well".')).toEqual([]);
  });
});
