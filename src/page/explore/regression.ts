import type { TraceName } from "../../search/token.ts";

/** A trace as `sealcheck replay` reads it from a file. */
export const traceFileOf = ({ scenario, protocol, invariant, moves }: TraceName): string =>
  `${JSON.stringify({ scenario, protocol, invariant, moves }, undefined, 2)}\n`;

/** The field of a scenario that freezes a story: it is tried first in every run. */
export const regressionOf = ({ protocol, moves }: TraceName): string =>
  [
    "  examples: {",
    `    ${JSON.stringify(protocol)}: [`,
    "      [",
    ...moves.map((move) => `        ${JSON.stringify(move)},`),
    "      ],",
    "    ],",
    "  },",
    "",
  ].join("\n");
