/** A step in words. */
export interface Told {
  /** What happens in words. */
  readonly words: string;
  /** What came of it and matters. */
  readonly facts: readonly string[];
}
