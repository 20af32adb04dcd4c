import { readdirSync } from "node:fs";
import type { PrivacyPromise } from "../src/promise/index.ts";
import type { Task } from "../src/search/index.ts";
import type { Scenario } from "../src/world/index.ts";

/** The scenario in which everybody takes part. */
const scenarioName = "whole-town";

/** The announced protocol with its full cast, and every promise of the project watching. */
export const townTask = (): Promise<Task> => shippedTask(scenarioName, "announced-2021");

/** One of our own scenarios under one of its protocols, with every promise of the project watching. */
export const shippedTask = async (name: string, protocolName: string): Promise<Task> => {
  const { default: scenario } = (await import(`../scenarios/${name}.ts`)) as {
    default: Scenario;
  };
  return {
    scenario,
    scenarioName: name,
    protocol: scenario.protocols.find((protocol) => protocol.name === protocolName)!,
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
