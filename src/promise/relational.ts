import { declaredAt, Mistake, mustKnowFields, type Place } from "../mistake.ts";
import type { Literal } from "./fact.ts";
import type { Pattern } from "./invariant.ts";

/** A part of a composition, as observers and secrets are told by. */
export interface PartNamed {
  readonly name: string;
  readonly kind: string;
  /** The coalition that sees what the part receives. */
  readonly owner: string;
  readonly unit: string;
  /** The names that the part was given when it was put into the composition. */
  readonly roles: Readonly<Record<string, unknown>>;
}

/** Something that somebody may do of their own accord. */
export interface MoveNamed {
  readonly part: PartNamed;
  /** The event's type, and its literal fields. */
  readonly event: string;
  readonly fields: Readonly<Record<string, Literal>>;
}

/** Who must not be able to tell: several observers at once, each made of the parts that give it the same name. */
export interface Observer {
  /** Who it is: "an analytics vendor, as far as one business goes". */
  readonly says: string;
  readonly of: (part: PartNamed) => string | undefined;
}

/** The texts of some messages: other ones of the same length stand in their place in the second run. */
export interface SecretTexts {
  /** What the two runs differ in: "what people write to each other". */
  readonly says: string;
  readonly texts: (about: Readonly<Record<string, Literal>>) => boolean;
}

/** Whether somebody does something at all: in the second run nobody does. */
export interface SecretMoves {
  readonly says: string;
  readonly moves: (move: MoveNamed, observer: readonly PartNamed[]) => boolean;
}

export type Secret = SecretTexts | SecretMoves;

/** What an observer sees beside the events and terms that its own parts meet with and the channels that it taps. */
export const traits = {
  /** How long each term is that it sees. A body whose length shows says so by the attribute `length`. */
  lengths: "how long everything is",
  /** At what moment it sees something: a difference is not made good by the same coming later. */
  timing: "when it sees something",
  /** That something is put on a channel, also on those into which it does not see. */
  traffic: "that something is sent, by whom and to whom, also where it cannot look inside",
  /** What its own parts let their user do next. */
  choices: "what there is to choose from",
} as const;

export type Trait = keyof typeof traits;

/** Two runs that differ in the secret alone must look the same to an observer. */
export interface RelationalRule {
  readonly kind: "relational";
  readonly observer: Observer;
  readonly secret: Secret;
  readonly traits: readonly Trait[];
}

interface Declaration {
  /** The invariant in one sentence. */
  readonly says: string;
  readonly observer: Observer;
  readonly secret: Secret;
  readonly traits?: readonly Trait[];
}

/**
 * Non-interference: whoever takes two runs that differ only in a secret cannot tell them apart by anything that the
 * observer sees. The schedule and everybody's moves are the same in both.
 */
export const indistinguishable = (declaration: Declaration): Pattern => {
  const { says, observer, secret, traits: chosen = [] } = declaration;
  const place = declaredAt(indistinguishable as never);
  const itself = `"${says}"`;
  mustKnowFields(itself, declaration, ["says", "observer", "secret", "traits"], place);
  mustKnowFields(`the observer of ${itself}`, observer, ["says", "of"], place);
  mustKnowFields(`the secret of ${itself}`, secret, ["says", "texts", "moves"], place);
  mustRead(`the observer of ${itself}`, observer.says, place);
  mustRead(`the secret of ${itself}`, secret.says, place);
  if ("texts" in secret === "moves" in secret)
    throw new Mistake({
      what: `the secret of ${itself} names ${"texts" in secret ? "both texts and moves" : "neither texts nor moves"}`,
      where: place,
      why: "two runs differ in one thing: in what stands in some messages, or in whether somebody does something",
      todo: "give it texts, or moves",
    });
  for (const trait of chosen)
    if (!(trait in traits))
      throw new Mistake({
        what: `${itself} has a trait "${trait}", which nothing sees`,
        where: place,
        why: `there are ${Object.keys(traits).join(", ")}`,
        todo: "correct its name, or leave it out",
      });
  return {
    pattern: "indistinguishable",
    says,
    nouns: {},
    forTheSame: ["observer"],
    duration: 0,
    rule: { kind: "relational", observer, secret, traits: chosen },
    place,
  };
};

const mustRead = (what: string, says: string, place: Place | undefined): void => {
  if ((says ?? "").trim() !== "") return;
  throw new Mistake({
    what: `${what} says nothing`,
    where: place,
    why: "reviewers sign promises by reading them",
    todo: "put it in plain words",
  });
};
