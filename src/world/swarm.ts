import { MoveKind } from "./move.ts";

let versions = 0;

/**
 * What a walk leaves out for a while, so that others come up more often ("Swarm Testing", Groce et al., ISSTA 2012).
 */
export class Swarm {
  /** Per intent: 1 = left out. */
  readonly intents: Uint8Array;
  /** Per kind of move: 1 = left out. */
  readonly kinds: Uint8Array = new Uint8Array(Object.keys(MoveKind).length);
  /** Another number after every change, and for every swarm; 0 stands for leaving out nothing. */
  version: number = ++versions;

  constructor(intents: number) {
    this.intents = new Uint8Array(intents);
  }

  /** Leaves out nothing any more. */
  clear(): void {
    this.intents.fill(0);
    this.kinds.fill(0);
    this.version = ++versions;
  }
}
