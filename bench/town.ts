import { readdirSync } from "node:fs";
import type { PrivacyPromise } from "../src/promise/index.ts";
import type { Task } from "../src/search/index.ts";
import { scenario } from "#sealcheck";
import type { Cast } from "../models/cast.ts";
import { strict } from "../models/protocols/strict.ts";
import { faultKinds, type Scenario } from "../src/world/index.ts";

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

/**
 * The strict protocol with a person who has two devices, a business that may take a provider or hosting, and every kind
 * of fault, all in one search: small enough that the search goes deep, and larger than it will ever visit.
 */
export const everyFaultTask = async (): Promise<Task> => ({
  scenario: scenario<Cast>({
    says: "Ana writes to a shop from two devices while the shop changes who handles its chats, and everything can go wrong.",
    protocols: [strict],
    cast: {
      people: { ana: { devices: ["phone", "laptop"] } },
      businesses: { shop: { starts: "self" } },
    },
    mayDo: {
      ana: ["user.open", "user.acknowledge", "user.leave", "user.compose"],
      shop: ["owner.switch"],
      host: ["agent.reply"],
    },
    faults: Object.fromEntries(faultKinds.map((kind) => [kind, 1])),
    bound: { moves: 60, messages: 1, switches: 2, replies: 1 },
  }) as Task["scenario"],
  scenarioName: "every fault",
  protocol: strict as Task["protocol"],
  promises: await allPromises(),
});

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
