import { join } from "node:path";
import { mutantsPage, teethOf, withTeeth } from "../../gate/index.ts";
import type { Matrix } from "../../mutate/index.ts";
import type { MutantsPage } from "../../report/index.ts";
import { textIn } from "../files.ts";
import { filesOf } from "../project/assemble.ts";
import type { Folders } from "../project/config.ts";
import { modelHash, saidHash } from "../project/index.ts";
import { declaredHash, teethIn } from "../teeth-file.ts";

/**
 * What is known of mutants, for a page about a run of models with that hash: what was committed, or what was tried last,
 * where that alone is of what the same models say. Throws a {@link Mistake} where the file that was committed is none.
 */
export const mutantsOf = (folders: Folders, hash: string): MutantsPage | undefined => {
  const sources = filesOf(folders).map(({ path }) => path);
  // What models said that are no longer there, nobody knows.
  const models = modelHash({ sources, folders }) === hash ? saidHash(folders) : "";
  const committed = teethIn(folders.reports);
  const last = lastTried(folders);
  const isNews =
    last?.models === models && committed.protocols[last.protocol]?.models !== last.models;
  const known = isNews ? withTeeth(committed, last.protocol, teethOf(last)) : committed;
  return mutantsPage(known, { models, declared: declaredHash(folders) });
};

/** What sealcheck mutate has shown last, be it of some mutants only. */
const lastTried = ({ reports }: Folders): Matrix | undefined => {
  const text = textIn(join(reports, "latest", "mutants.json"));
  if (text === undefined) return undefined;
  try {
    const matrix = JSON.parse(text) as Matrix;
    return matrix.schema === "sealcheck.mutants/2" ? matrix : undefined;
  } catch {
    // Whoever was killed while writing it has left none.
    return undefined;
  }
};
