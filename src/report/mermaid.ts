import type { Sequence, SequenceRow } from "./sequence.ts";

/** A sequence diagram as Mermaid text, for documents that draw it themselves. */
export const mermaidOf = ({ lifelines, rows }: Sequence): string =>
  [
    "sequenceDiagram",
    "  autonumber",
    ...lifelines.map(({ name }, at) => `  participant p${at} as ${mermaidText(name)}`),
    ...rows.flatMap((row) => lineOf(row).map((line) => `  ${line}`)),
    "",
  ].join("\n");

const lineOf = ({ from, to, kind, label, messages, readings, breaks }: SequenceRow): string[] => {
  const told = mermaidText(
    [label, ...messages.map((message) => `“${message}”`)].filter(Boolean).join(" "),
  );
  const readers = readings
    .filter(({ reading }) => reading !== "holds")
    .map(({ by, reading }) => (reading === "forbidden" ? `${by} (!)` : by));
  const last = `p${Math.max(from, to)}`;
  return [
    kind === "everywhere"
      ? `Note over p${from},${last}: ${told}`
      : `p${from}${kind === "lost" ? "-x" : "->>"}p${to}: ${told || "message"}`,
    ...(readers.length > 0
      ? [`Note right of p${to}: read by ${mermaidText(readers.join(", "))}`]
      : []),
    ...(breaks ? [`Note over p${from}: ✗ here the promise is broken`] : []),
  ];
};

/** Signs that mean something to Mermaid are told by their codes. */
export const mermaidText = (text: string): string =>
  text.replaceAll(/[#;:<>"\n\r]/g, (sign) =>
    sign === "\n" || sign === "\r" ? " " : `#${sign.codePointAt(0)};`,
  );
