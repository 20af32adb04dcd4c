import { vocabulary as nouns, type Meaning, type Meanings } from "../promise/index.ts";
import type { Literal } from "../term/index.ts";
import { fact, type Effect, type Here } from "./wiring.ts";

type Fields = Readonly<Record<string, Literal>>;

/** What facts mean, each in its own type. */
type TypedMeanings<Facts> = Pick<Meanings, "chats"> & {
  readonly facts: { readonly [Type in keyof Facts]?: Meaning<Facts[Type]> };
};

/**
 * The facts of a project, typed: `states` makes wiring say one, `noun` makes a promise speak of one, and `meanings` says
 * which are harms, duties and services when two versions are compared.
 */
export const vocabulary = <Facts extends { [Type in keyof Facts]: object }>() => ({
  ...nouns<Facts>(),
  meanings: ({ facts, chats }: TypedMeanings<Facts>): Meanings => ({
    sealcheck: "meanings",
    facts: facts as unknown as Meanings["facts"],
    chats,
  }),
  states: <Type extends keyof Facts & string, Roles, Held extends string, Bound extends string>(
    type: Type,
    make: (here: Here<Roles, Held, Bound>) => Facts[Type] | readonly Facts[Type][] | undefined,
  ): Effect<Roles, Held, Bound> =>
    fact(type, make as (here: Here<Roles, Held, Bound>) => Fields | readonly Fields[] | undefined),
});
