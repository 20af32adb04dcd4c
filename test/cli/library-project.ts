import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "../imports.ts";
import { userProject, type UserProject } from "../user-project.ts";

/** A lending library as a user's project: two small machines that have nothing to do with messengers. */
export const libraryProject = (): UserProject => {
  const project = userProject();
  cpSync(join(root, "test/cli/library"), project.folder, { recursive: true });
  return project;
};
