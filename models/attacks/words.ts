import { vocabulary, type Literal } from "#sealcheck";

/** Who wrote a message, and everybody whom it is for, with blanks between. */
interface Written {
  readonly from: string;
  readonly to: string;
  readonly [field: string]: Literal;
}

/** What the protocols of the attacks state. */
interface Facts {
  /** Stated by sealcheck itself: somebody has come to know a message. */
  learned: Written & { by: string; message: string };
  sent: { message: string; from: string; to: string };
  /** Somebody takes a message for one that another sent to them. */
  taken: { message: string; from: string; to: string };
  /** Somebody who may read a message lets somebody else read it. */
  shared: { message: string; by: string; with: string };
  /** Somebody takes another for a member of a group, or a device for one of another's. */
  admitted: { member: string; by: string };
  /** Whoever may decide about it has let them in. */
  invited: { member: string };
  /** Somebody takes a key for a person's; `genuine` tells whether it is. */
  keyTaken: { person: string; genuine: boolean };
  /** Somebody knows that a directory tells one this, and another that. */
  foundOut: { person: string };
}

export const { noun, states } = vocabulary<Facts>();
