import type { RunCoverage, RunCovered } from "./run.ts";

/** How much of all that parts declare came up: "212 of 246 states, transitions and intents". */
export const coverageWords = ({ declared, seen }: RunCoverage): string =>
  `${seen.toLocaleString("en")} of ${declared.toLocaleString("en")} states, transitions and intents`;

/** How one thing stands: "never comes up, and the part does not say why". */
export const standingWords = ({ standing, because }: RunCovered): string =>
  ({
    dead: "never comes up in any scenario, and the part does not say why",
    contradicted: `came up, although the part says that it never does: ${because}`,
    never: "never comes up in the scenarios searched",
    "not seen": "was not seen",
    explained: `was not seen; the part says why: ${because}`,
  })[standing];
