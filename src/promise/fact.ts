/** A plain value in a fact. */
export type Literal = string | number | boolean;

/** Something that was so, in the past tense, with what it concerns: `{ type: "chatOpened", person: "ana", … }`. */
export interface Fact {
  readonly type: string;
  readonly [field: string]: Literal;
}

/** What a predicate may see of another part at the moment of a fact. */
export interface SeenPart {
  readonly value: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly done: boolean;
  is(state: string): boolean;
  has(tag: string): boolean;
}

/** Looks at a part by name, as it is at that moment and never later. */
export type Look = (part: string) => SeenPart;
