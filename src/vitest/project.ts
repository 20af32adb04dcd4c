import { dirname, join, resolve } from "node:path";
import { fromFolder, textIn } from "../cli/files.ts";
import { filesOf, projectOf } from "../cli/project/assemble.ts";
import { foldersOf } from "../cli/project/config.ts";
import { tasksOf, type Project } from "../cli/project/project.ts";
import { validate } from "../cli/project/validate.ts";
import { readSourcesWith } from "../machine/index.ts";
import { Mistake, type Place } from "../mistake.ts";
import type { Task } from "../search/index.ts";

/** Loaded files by their paths, from the file that asked for them or, with a slash before them, from the project. */
export type Modules = Readonly<Record<string, unknown>>;

/** The project that loaded files make, and what there is to search. Throws a {@link Mistake}, as the command line does. */
export const projectOfModules = (
  modules: Modules,
  place: Place | undefined,
): { readonly project: Project; readonly tasks: readonly Task[] } => {
  const folders = foldersOf(process.cwd());
  readSourcesWith(textIn);
  const from = place ? dirname(place.file) : folders.project;
  const loaded = new Map(
    Object.entries(modules).map(([path, exports]) => [
      path.startsWith("/") ? join(folders.project, path) : resolve(from, path),
      exports as Readonly<Record<string, unknown>>,
    ]),
  );
  const waiting = Object.keys(modules).find((path) => typeof modules[path] === "function");
  if (waiting !== undefined)
    throw new Mistake({
      what: `${waiting} is not loaded yet`,
      where: place,
      why: "tests are declared at once, so import.meta.glob must not wait until somebody asks for a file",
      todo: "load all of them: import.meta.glob([…], { eager: true })",
    });
  const files = filesOf(folders);
  const forgotten = files.find(({ path }) => !loaded.has(path));
  if (forgotten)
    throw new Mistake({
      what: `${fromFolder(folders.project, forgotten.path)} is not among the files that are tested`,
      where: place,
      why: "what it declares would go untested, and nobody would notice",
      todo: 'load all of them: import.meta.glob(["../models/**/*.ts", "../scenarios/**/*.ts"], { eager: true })',
    });
  const project = projectOf(
    folders,
    files.map((file) => ({ ...file, exports: loaded.get(file.path)! })),
  );
  const tasks = tasksOf(project);
  const mistakes = validate(project, tasks);
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join("\n\n"));
  return { project, tasks };
};
