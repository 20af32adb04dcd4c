import { Scratch } from "./scratch.ts";

/**
 * What comes into an adversary's hands in a move, in order: messages that are put on channels under their control, and
 * terms that their coalition gets, whether it had them or not. Kept for whoever compares what they can do in two runs.
 */
export class Intercepts {
  /** Two integers each: the channel and the item. */
  readonly messages = new Scratch();
  readonly terms = new Scratch();

  clear(): void {
    this.messages.clear();
    this.terms.clear();
  }
}
