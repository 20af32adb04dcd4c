import type { Fact, Meanings, Polarity } from "../../promise/index.ts";

/** A fact as far as versions are compared by it: not which message, but whose, of which kind of chat, and what. */
export interface Label {
  readonly is: Polarity;
  readonly chat: string;
  /** A coalition, or nobody. */
  readonly who: string;
  readonly says: string;
  readonly name: string;
}

/** What a fact is labelled with; undefined where it is of no account. */
export const labelOf = ({ facts }: Meanings, fact: Fact): Label | undefined => {
  const meaning = facts[fact.type];
  const says = meaning?.says(fact);
  if (!meaning || says === undefined) return undefined;
  const [chat, who] = [meaning.chat(fact), meaning.who?.(fact) ?? ""];
  return { is: meaning.is, chat, who, says, name: [meaning.is, chat, who, says].join("\t") };
};
