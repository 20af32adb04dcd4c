import { moveKindNames } from "./move.ts";
import { faultKinds } from "./scenario.ts";

/** Whether somebody decides on a move, it comes by itself sooner or later, something fails, or an adversary acts. */
export type MoveNature = "choice" | "byItself" | "failure" | "attack";

const natures: ReadonlyMap<string, MoveNature> = new Map([
  ...["deliver", "timer", "time", "online"].map((kind) => [kind, "byItself"] as const),
  ...faultKinds.map((kind) => [kind, "failure"] as const),
  ...["suppress", "overtake", "withhold", "replay", "inject", "corrupt", "breach"].map(
    (kind) => [kind, "attack"] as const,
  ),
]);

/** The nature of a move, by its name alone: names of intents begin with who decides, all others with what happens. */
export const natureOf = (move: string): MoveNature =>
  natures.get(move.slice(0, move.indexOf(" "))) ?? "choice";

/** The nature of each kind of move, in the order of {@link moveKindNames}. */
export const moveNatures: readonly MoveNature[] = moveKindNames.map((kind) =>
  kind === "capture" ? "attack" : (natures.get(kind) ?? "choice"),
);
