export { type AcceptedSurvivors } from "./accepted.ts";
export { matrixOf, type Bite, type Matrix, type Score, type Survivor } from "./matrix.ts";
export { type Sabotage } from "./sabotage.ts";
export { type Effort, type Kill, type Outcome, type Verdict } from "./verdict.ts";
export { effort, Workshop, type NamedSabotage } from "./workshop.ts";
