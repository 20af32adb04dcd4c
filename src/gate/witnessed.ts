import { type Style, wrapped } from "../report/index.ts";
import type { Told } from "./difference.ts";

/** A line with the trace that shows it. */
export const witnessed = (
  text: string,
  { scenario, moves, sampled }: Pick<Told, "scenario" | "moves" | "sampled">,
  style: Style,
): string[] => [
  ...wrapped(`${text}${sampled ? ", sampled" : ""}`, style.width, 2),
  ...wrapped(`${scenario}: ${moves.join(" · ")}`, style.width - 4, 2).map((line) =>
    style.dim(`    ${line}`),
  ),
];
