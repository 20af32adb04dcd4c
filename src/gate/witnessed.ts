import { wrapped, type Style, type ToldChange } from "../report/index.ts";

/** A line with the trace that shows it. */
export const witnessed = (
  text: string,
  { scenario, moves, sampled }: Pick<ToldChange, "scenario" | "moves" | "sampled">,
  style: Style,
): string[] => [
  ...wrapped(`${text}${sampled ? ", sampled" : ""}`, style.width, 2),
  ...wrapped(`${scenario}: ${moves.join(" · ")}`, style.width - 4, 2).map((line) =>
    style.dim(`    ${line}`),
  ),
];
