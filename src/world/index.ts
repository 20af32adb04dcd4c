export type { Composition } from "./composition.ts";
export { LiveWorld, NotPossible } from "./live-world.ts";
export { MoveKind, moveKindNames, MoveList } from "./move.ts";
export type { Who } from "./offers.ts";
export type { Protocol } from "./protocol.ts";
export { faultKinds, type FaultKind, type Scenario } from "./scenario.ts";
export { Swarm } from "./swarm.ts";
export { Scratch } from "./scratch.ts";
export { World } from "./world.ts";
