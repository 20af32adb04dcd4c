export type { CheckpointHeader, CheckpointOf, Section, Sections } from "./checkpoint.ts";
export { readCheckpoint, type Checkpoint } from "./read.ts";
export { writeCheckpoint } from "./write.ts";
