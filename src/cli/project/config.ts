import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Mistake } from "../../mistake.ts";
import { textIn } from "../files.ts";
import { suggestion } from "../nearest.ts";

/** Where a project keeps its things; absolute paths. */
export interface Folders {
  readonly project: string;
  readonly models: string;
  readonly scenarios: string;
  readonly reports: string;
}

const name = "sealcheck.config.json";
const defaults = { models: "models", scenarios: "scenarios", reports: "reports" };

/** The folders of the project in a working directory. Throws a {@link Mistake} about its configuration. */
export const foldersOf = (project: string): Folders => {
  const file = resolve(project, name);
  const own = existsSync(file) ? read(file) : {};
  for (const key of Object.keys(own))
    if (!(key in defaults))
      throw new Mistake({
        what: `the configuration knows no "${key}"`,
        where: { file, line: lineOf(file, `"${key}"`) },
        why: suggestion(key, Object.keys(defaults)),
        todo: "correct or remove it",
      });
  const { models, scenarios, reports } = { ...defaults, ...own };
  return {
    project,
    models: folder(project, file, "models", models),
    scenarios: folder(project, file, "scenarios", scenarios),
    reports: resolve(project, text(file, "reports", reports)),
  };
};

const read = (file: string): Record<string, unknown> => {
  const source = textIn(file) ?? "";
  try {
    const own: unknown = JSON.parse(source);
    if (typeof own !== "object" || own === null || Array.isArray(own)) throw new Error("no object");
    return own as Record<string, unknown>;
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    throw new Mistake({
      what: "the configuration is not a JSON object",
      where: { file, line: at ? source.slice(0, Number(at)).split("\n").length : 1 },
      why: error instanceof Error ? error.message.split("\n")[0] : undefined,
      todo: `write e.g. { "models": "models", "scenarios": "scenarios" }`,
    });
  }
};

const text = (file: string, key: string, value: unknown): string => {
  if (typeof value === "string" && value !== "") return value;
  throw new Mistake({
    what: `"${key}" of the configuration is ${JSON.stringify(value)}`,
    where: { file, line: lineOf(file, `"${key}"`) },
    why: "it names a folder, from the folder of the configuration",
    todo: `write e.g. "${key}": "${key}"`,
  });
};

const folder = (project: string, file: string, key: string, value: unknown): string => {
  const path = resolve(project, text(file, key, value));
  if (existsSync(path)) return path;
  throw new Mistake({
    what: `there is no folder ${path}`,
    ...(existsSync(file) ? { where: { file, line: lineOf(file, `"${key}"`) } } : {}),
    why: `a project has its ${key} there`,
    todo: `start sealcheck in the folder of a project, or name the folder in ${name}`,
  });
};

const lineOf = (file: string, word: string): number => {
  const lines = (textIn(file) ?? "").split("\n");
  return Math.max(1, lines.findIndex((line) => line.includes(word)) + 1);
};
