import { counted } from "../words.ts";
import { fenced, inline } from "../markdown-table.ts";
import { plainStory } from "./plain-story.ts";
import { headline, worstFirst, type Showing } from "./showing.ts";
import { gateTable, verdictTable } from "./verdict-table.ts";

/** By this line whoever posts the comment finds the one before, to edit it instead of adding another. */
const mark = "<!-- sealcheck -->";

/** Stories that a comment tells; the report has all. */
const storiesMost = 5;

/** A comment on a pull request in Markdown: what changed and the worst stories, folded away. */
export const commentOf = (showing: Showing): string => {
  const { run, excuse, rules } = showing;
  const open = worstFirst(
    showing,
    run.traces.filter((trace) => !excuse(trace)),
  );
  const left = open.length - storiesMost;
  return `${[
    mark,
    open.length === 0 && rules.every(({ passed }) => passed)
      ? "### ✓ sealcheck: no promise is worse off"
      : `### ✗ sealcheck: ${counted(open.length, "cause")} of broken promises that nobody has accepted`,
    ...(rules.length > 0 ? [gateTable(showing)] : [verdictTable(showing)]),
    ...open
      .slice(0, storiesMost)
      .map((trace) =>
        [
          `<details><summary>${inline(headline(run, trace))}</summary>`,
          "",
          ...fenced(plainStory(run, trace)),
          "",
          "</details>",
        ].join("\n"),
      ),
    ...(left > 0 ? [`… and ${left} more in the report.`] : []),
  ].join("\n\n")}\n`;
};
