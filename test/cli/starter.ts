import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Changes the line of a project that `sealcheck init` wrote as its comment says, so that a promise breaks. */
export const breakStarter = (folder: string): void => {
  const file = join(folder, "models/protocol.ts");
  const text = readFileSync(file, "utf8");
  const told = /^ *\/\/ To see a promise break, .*: (\S.*)\n.*\n/m;
  const [, wanted] = told.exec(text)!;
  writeFileSync(file, text.replace(told, `${wanted},\n`));
};
