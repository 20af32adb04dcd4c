/** A step in words. */
export interface Told {
  /** What happens in words. */
  readonly words: string;
  /** What came of it and matters. */
  readonly facts: readonly string[];
  /** Whether two runs are not alike any more from here on. */
  readonly parts?: boolean;
}
