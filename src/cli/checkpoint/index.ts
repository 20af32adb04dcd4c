export type { CheckpointHeader, CheckpointOf, Section, Sections } from "./checkpoint.ts";
export { readCheckpoint, type Checkpoint } from "./read.ts";
export { Saver, type Saving } from "./saver.ts";
export { savingOf, type SavingOptions } from "./saving.ts";
export { writeCheckpoint } from "./write.ts";
