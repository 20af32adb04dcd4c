import { fileURLToPath } from "node:url";
import { Mistake } from "../../mistake.ts";
import { textIn } from "../files.ts";

/** The script and the style sheet of the page, as they were built. */
export const application = (): { readonly script: string; readonly style: string } => {
  const [script, style] = [builtText("./page.js"), builtText("./page.css")];
  if (script !== undefined && style !== undefined) return { script, style };
  throw new Mistake({
    what: "the page of the report is not built",
    why: "it is made of page.js and page.css, which the build puts beside the command line",
    todo: "npm run build",
  });
};

const builtText = (file: string): string | undefined =>
  textIn(fileURLToPath(new URL(file, import.meta.url)))?.trimEnd() ??
  // Started from its sources, the command line finds what was built beside them.
  textIn(fileURLToPath(new URL(`../../../dist/${file}`, import.meta.url)))?.trimEnd();
