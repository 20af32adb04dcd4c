/**
 * What a monitor answers to a fact, or to time passing, as one integer: three bits that say what was so at this
 * moment, and above them the monitor's next state.
 */
export const Said = {
  /** The rule was put to the test. */
  tested: 1,
  /** It was broken. */
  violated: 2,
  /** What must be possible was seen. */
  witnessed: 4,
} as const;

const bits = 3;

export const answerOf = (next: number, said: number): number => (next << bits) | said;

/** The monitor's state after an answer. */
export const nextState = (answer: number): number => answer >> bits;
