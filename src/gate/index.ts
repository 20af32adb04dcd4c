export { accept, type Accepting } from "./accept.ts";
export { nothingAccepted, type Accepted } from "./accepted.ts";
export { differenceLines, differenceReport, type DifferenceReport } from "./difference.ts";
export { isDay } from "./day.ts";
export { excusedBy } from "./excuse.ts";
export { gate, type GateReport } from "./gate.ts";
export { gateLines } from "./gate-lines.ts";
export { readAccepted } from "./read-accepted.ts";
export type { Compared } from "./rule.ts";
