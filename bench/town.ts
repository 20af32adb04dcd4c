import { readdirSync } from "node:fs";
import type { PrivacyPromise } from "../src/promise/index.ts";
import type { Task } from "../src/search/index.ts";
import type { Scenario } from "../src/world/index.ts";
import { announced2021 } from "../models/protocols/announced2021.ts";

/** The scenario in which everybody takes part. */
const scenarioName = "whole-town";

/** The announced protocol with its full cast, and every promise of the project watching. */
export const townTask = async (): Promise<Task> => {
  const { default: scenario } = (await import(`../scenarios/${scenarioName}.ts`)) as {
    default: Scenario;
  };
  return {
    scenario,
    scenarioName,
    protocol: announced2021 as Task["protocol"],
    promises: await allPromises(),
  };
};

const isPromise = (value: unknown): value is PrivacyPromise =>
  typeof value === "object" &&
  value !== null &&
  "sealcheck" in value &&
  value.sealcheck === "promise";

const allPromises = async (): Promise<PrivacyPromise[]> => {
  const folder = new URL("../models/promises/", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<object>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isPromise));
};
