export type { AnyStateMachine as Machine } from "xstate";
export { namesIn } from "./chart.ts";
export type { Growth } from "./growth.ts";
export { LivePart, type Taken } from "./live-part.ts";
export { placeOfKeys, readSourcesWith } from "./locate.ts";
export { ImpureCall, purely } from "./purity.ts";
export { MachineTable, type EntryDisagreement, type TableStats } from "./table.ts";
export type { PartView } from "./view.ts";
export type { ArmedTimer } from "./virtual-clock.ts";
