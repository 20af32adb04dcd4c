export type { Blamed, Cause } from "./cause.ts";
export { visited, type AttackAsk, type Visited } from "./attackers/attack-ask.ts";
export {
  attackersInTurn,
  attackersOf,
  type Attackers,
  type Unused,
  type Way,
} from "./attackers/attackers.ts";
export { openingsIn, type Element } from "./attackers/elements.ts";
export { askedFor, goalNamed } from "./attackers/goals.ts";
export { searchChunk, type Chunk, type ChunkResult } from "./chunk.ts";
export {
  differenceOf,
  type Change,
  type Difference as VersionDifference,
} from "./difference/difference.ts";
export type { ToldBehaviour } from "./difference/tell-behaviours.ts";
export { Disagreement, replayLive } from "./confirm.ts";
export { chunkAt, chunkCount, fewStates, reasonToStop, usual } from "./effort.ts";
export { exhaust, type Exhaustive, type Standing } from "./exhaustive/exhaust.ts";
export { isWorthGuiding } from "./guided/worth.ts";
export { Rounds } from "./guided/rounds.ts";
export { keepStates, type Keeping } from "./exhaustive/keeper.ts";
export type { Snapshot } from "./exhaustive/snapshot.ts";
export { impossibleIn, type Impossible } from "./impossible.ts";
export { mergeChunks } from "./merge.ts";
export { playing } from "./playing.ts";
export type * from "./relational/told-pair.ts";
export { replayTrace, type ReplayedTrace } from "./replay.ts";
export type * from "./result.ts";
export { selfTest, type SelfTest } from "./self-test.ts";
export { tableSizes } from "./table-sizes.ts";
export {
  adversariesOf,
  adversaryNames,
  idleIn,
  asDeclared,
  attackedBy,
  invariantsOf,
  lackedIn,
  liveWorldOf,
  relationsOf,
  underName,
  worldOf,
  type Task,
} from "./task.ts";
export { decodeToken, encodeToken, type TraceName } from "./token.ts";
export { TraceArbitrary, traceOf, Trace } from "./traces.ts";
