export { answerOf, nextState, Said } from "./answer.ts";
export { compile, type CompiledInvariant, type Reading } from "./compile.ts";
export { breaks, holds, notApplicable, type Expectation } from "./expectation.ts";
export type { Fact, Look } from "./fact.ts";
export type { Invariant, PatternName } from "./invariant.ts";
export { ledger, type Ledger, type LedgerRow } from "./ledger.ts";
export { ruleText } from "./formula-text.ts";
export { judge, type Judgement, type TraceEntry, type Violation } from "./judge.ts";
export type { Meaning, Meanings, Polarity } from "./meanings.ts";
export { memory, type Memory } from "./memory.ts";
export { either, vocabulary, type Noun } from "./noun.ts";
export { paragraph, promiseParagraphs } from "./paragraph.ts";
export {
  always,
  atMostOnce,
  before,
  confined,
  leadsTo,
  never,
  notBefore,
  possible,
  since,
  within,
} from "./patterns.ts";
export { promise, type PrivacyPromise } from "./promise.ts";
export {
  indistinguishable,
  type MoveNamed,
  type Observer,
  type PartNamed,
  type RelationalRule,
  type Secret,
  type Trait,
} from "./relational.ts";
