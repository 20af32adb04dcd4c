/**
 * The modelling door: all that models and scenarios need, and all that they may see.
 *
 * @module
 */
export { Mistake, type MistakeText, type Place } from "./mistake.ts";
export {
  anything,
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
  plaintextOf,
  publicKey,
  seal,
  secret,
  sign,
  tuple,
  type Literal,
  type Term,
} from "./term/index.ts";
export type {
  Expectation,
  Fact,
  Invariant,
  Ledger,
  LedgerRow,
  Meaning,
  Meanings,
  MoveNamed,
  Noun,
  PartNamed,
  PrivacyPromise,
} from "./promise/index.ts";
export type { PartView } from "./machine/index.ts";
export { acceptedSurvivors, type AcceptedSurvivors } from "./mutate/accepted.ts";
export { sabotage, type Sabotage } from "./mutate/sabotage.ts";
export {
  always,
  atMostOnce,
  before,
  breaks,
  confined,
  either,
  holds,
  indistinguishable,
  leadsTo,
  ledger,
  never,
  notApplicable,
  notBefore,
  possible,
  promise,
  since,
  within,
} from "./promise/index.ts";
export { adversary, type Ability, type Adversary, type Effort } from "./world/adversary.ts";
export type { Corruption } from "./world/captures.ts";
export {
  channel,
  coalition,
  compose,
  store,
  type Channel,
  type Coalition,
  type Composition,
  type Fragment,
  type Store,
} from "./world/composition.ts";
export * from "./world/part.ts";
export * from "./world/protocol.ts";
export * from "./world/scenario.ts";
export { vocabulary } from "./world/vocabulary.ts";
export * from "./world/wiring.ts";
