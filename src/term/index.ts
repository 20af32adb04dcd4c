export { leafNamed, termById, type Literal, type Term, type TermKind } from "./bank.ts";
export { explain, type Derivation, type Observation } from "./derivation.ts";
export { FrameTable, distinctionOf, forgedFrom, toldApart } from "./frames/frame-table.ts";
export { nobodyGuesses } from "./frames/forged-pair.ts";
export type { Guessable } from "./frames/frame-pair.ts";
export {
  carriedOut,
  tellsApart,
  type Distinction,
  type Recipe,
  type Side,
} from "./frames/recipe.ts";
export { forgeries, valuesOf, type Forger } from "./forging.ts";
export { KnowledgeTable } from "./knowledge.ts";
export { NaiveKnowledge } from "./naive.ts";
export { PairTable } from "./pair-table.ts";
export { plaintextOf } from "./opening.ts";
export { anything, canCheck, matching, unreadIn, type Bindings } from "./pattern.ts";
export {
  atom,
  body,
  deterministic,
  dh,
  encrypt,
  hash,
  kdf,
  mac,
  nothing,
  pair,
  publicKey,
  remade,
  seal,
  secret,
  sign,
  tuple,
} from "./term.ts";
