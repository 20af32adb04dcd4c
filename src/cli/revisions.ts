import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Mistake } from "../mistake.ts";
import { loadProject, unknown, type Project } from "./project/index.ts";

/** The two sides of a comparison. */
export interface Sides {
  readonly base: Project;
  readonly head: Project;
  /** Whether both are the same project, because two of its protocols were named. */
  readonly same: boolean;
  /** Removes what was checked out for the comparison. */
  readonly end: () => void;
}

/**
 * The two sides that were named: two protocols of the project as it is, or two revisions of its repository, which are
 * checked out beside it. Both share what is installed, so that there is one copy of the library.
 */
export const revisions = async (folder: string, base: string, head: string): Promise<Sides> => {
  const project = await loadProject(folder);
  const names = project.protocols.map(({ name }) => name);
  if (names.includes(base) && names.includes(head))
    return { base: project, head: project, same: true, end: () => undefined };
  const known = [base, head].filter(
    (name) => git(folder, ["rev-parse", "--verify", `${name}^{commit}`]).ok,
  );
  if (known.length < 2) {
    const name =
      [base, head].find((each) => !names.includes(each) && !known.includes(each)) ?? base;
    throw unknown("protocol or revision", name, names);
  }
  const checkouts: Checkout[] = [];
  const end = (): void => checkouts.forEach((checkout) => checkout.end());
  try {
    const projects: Project[] = [];
    for (const name of [base, head]) {
      const checkout = checkedOut(folder, name);
      checkouts.push(checkout);
      projects.push(await loadProject(checkout.project));
    }
    return { base: projects[0]!, head: projects[1]!, same: false, end };
  } catch (error) {
    end();
    throw error;
  }
};

interface Checkout {
  readonly project: string;
  readonly end: () => void;
}

/** What is installed and built is no part of a revision. */
const shared = ["node_modules", "dist"];

const checkedOut = (folder: string, revision: string): Checkout => {
  const top = git(folder, ["rev-parse", "--show-toplevel"]).out;
  const below = git(folder, ["rev-parse", "--show-prefix"]).out;
  const place = join(mkdtempSync(join(tmpdir(), "sealcheck-diff-")), "checkout");
  const added = git(folder, ["worktree", "add", "--detach", place, revision]);
  if (!added.ok)
    throw new Mistake({
      what: `revision ${revision} cannot be checked out`,
      why: added.err,
      todo: "correct its name, or fetch it",
    });
  const project = join(place, below);
  const end = (): void => {
    git(folder, ["worktree", "remove", "--force", place]);
    rmSync(join(place, ".."), { recursive: true, force: true });
  };
  if (!existsSync(project)) {
    end();
    throw new Mistake({
      what: `revision ${revision} does not have this project`,
      why: `there is no folder ${below} in it`,
      todo: "name a revision that has it",
    });
  }
  for (const name of shared)
    for (const [from, to] of [
      [join(top, name), join(place, name)],
      [join(folder, name), join(project, name)],
    ] as const)
      if (existsSync(from) && !existsSync(to)) symlinkSync(from, to);
  return { project, end };
};

const git = (cwd: string, args: readonly string[]): { ok: boolean; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
  return { ok: status === 0, out: (stdout ?? "").trim(), err: (stderr ?? "").trim() };
};
