import type { Place } from "../mistake.ts";
import type { Composition, Protocol } from "../world/index.ts";

/** What of a part is changed, by its names in the model, so that it can be told in words. */
export interface Spot {
  /** The state in which it stands; undefined, where it is none or the machine as a whole. */
  readonly state?: string;
  /**
   * What sets it off: an event, `always`, `after` with the name of a delay, `done`, `entry` or `exit`; of wiring, the
   * emission.
   */
  readonly when?: string;
  /** The guard, action, field, tag, delay or effect that is changed; of a transition, where it led to. */
  readonly what?: string;
  /** What is there instead: another target or guard, who is let in, or the action that comes first. */
  readonly instead?: string;
}

/** One small break of a protocol: what is changed, where, and what it looks like. */
export interface Mutant {
  /** The same in every process, as long as the model's own names are. */
  readonly name: string;
  /** What was done, in the words of a table's head: `drop guard`. */
  readonly operator: string;
  /** The kind of part that is changed, or `composition`. */
  readonly part: string;
  readonly spot: Spot;
  readonly where: Place | undefined;
  /** What stood there, each line begun by `-`, and what stands there now, by `+`. */
  readonly diff: readonly string[];
  /** What comes up where the change can matter, in the words of a {@link Survey}; none, if everywhere. */
  readonly touches: readonly string[];
  /** Invariants that must break; none, where nobody says which. */
  readonly breaks: readonly string[];
  readonly compose: (honest: Composition) => Composition;
}

/** A protocol with one thing broken; everything else of it stays as it is. */
export const mutated = (honest: Protocol, { name, compose }: Mutant): Protocol => ({
  ...honest,
  says: `${honest.says} Changed: ${name}.`,
  compose: (cast) => compose(honest.compose(cast)),
});
