import { adversary, type Adversary } from "#sealcheck";

/** Mallory, who hears the network and does nothing. */
export const overhearing = (says: string): Adversary =>
  adversary("listener", { says, coalition: "mallory", controls: "everything", may: ["observe"] });
