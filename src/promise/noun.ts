import { declaredAt, Mistake, mustKnowFields, type Place } from "../mistake.ts";
import type { Fact, Literal, Look } from "./fact.ts";

/** The fields by which an invariant binds facts together, e.g. person and business. */
export type Fields = Readonly<Record<string, Literal>>;

/**
 * A named kind of event, with a clause that says what it is: "a host reads a message of a business chat". Promises are
 * made of nouns, so that they read aloud.
 */
export interface Noun {
  /** Fact types it can apply to. */
  readonly of: readonly string[];
  readonly says: string;
  /** Where it is declared, in all its parts. */
  readonly places: readonly Place[];
  /** The fact's fields (and those that `naming` adds) when the noun applies, else undefined. */
  readonly read: (fact: Fact, look: Look) => Fields | undefined;
}

/** What a noun applies to, in words and in code. */
export interface NounDeclaration<F> {
  readonly says: string;
  /** When it applies; always, if left out. `look` sees other parts as they are at that moment. */
  readonly when?: (fact: F, look: Look) => boolean;
  /** More fields to bind by, e.g. the reader of a message under the name that the other noun uses. */
  readonly naming?: (fact: F) => Fields;
}

/** One type of a project's facts, as predicates see it. */
export type Typed<Facts, Type extends keyof Facts> = Type extends keyof Facts
  ? Facts[Type] & { readonly type: Type }
  : never;

/** The words of a project: nouns over its facts, checked by the compiler. */
export const vocabulary = <Facts extends { [Type in keyof Facts]: object }>() => {
  const noun = <Type extends keyof Facts & string>(
    declaration: NounDeclaration<Typed<Facts, Type>> & { readonly of: Type | readonly Type[] },
  ): Noun => {
    const { of, says, when, naming } = declaration;
    const place = declaredAt(noun as never);
    mustKnowFields("the noun", declaration, ["of", "says", "when", "naming"], place);
    if (says.trim() === "")
      throw new Mistake({
        what: `a noun over ${String(of)} says nothing`,
        where: place,
        why: "reviewers sign promises by reading them",
        todo: "give it a clause in plain words",
      });
    const types: readonly string[] = typeof of === "string" ? [of] : of;
    return {
      of: types,
      says,
      places: place ? [place] : [],
      read: (fact, look) => {
        const typed = fact as unknown as Typed<Facts, Type>;
        if (!types.includes(fact.type) || (when && !when(typed, look))) return undefined;
        return { ...fact, ...naming?.(typed) };
      },
    };
  };
  return { noun };
};

/** Applies when one of several nouns does. */
export const either = (first: Noun, ...others: readonly Noun[]): Noun => {
  const nouns = [first, ...others];
  return {
    of: [...new Set(nouns.flatMap(({ of }) => of))],
    says: nouns.map(({ says }) => says).join(", or "),
    places: nouns.flatMap(({ places }) => places),
    read: (fact, look) => {
      for (const noun of nouns) {
        const fields = noun.read(fact, look);
        if (fields) return fields;
      }
      return undefined;
    },
  };
};
