import { addressOf } from "../route.ts";

/** The address of the stage after some moves. */
export const stageAddress = (
  scenario: string,
  protocol: string,
  moves: readonly string[],
): string => addressOf(["explore", scenario, protocol], { moves: moves.join("\n") });
