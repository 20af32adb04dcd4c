import { vocabulary as nouns } from "../promise/index.ts";
import type { Literal } from "../term/index.ts";
import { fact, type Effect, type Here } from "./wiring.ts";

type Fields = Readonly<Record<string, Literal>>;

/** The facts of a project, typed: `states` makes wiring say one, `noun` makes a promise speak of one. */
export const vocabulary = <Facts extends { [Type in keyof Facts]: object }>() => ({
  ...nouns<Facts>(),
  states: <Type extends keyof Facts & string, Roles, Held extends string, Bound extends string>(
    type: Type,
    make: (here: Here<Roles, Held, Bound>) => Facts[Type] | readonly Facts[Type][] | undefined,
  ): Effect<Roles, Held, Bound> =>
    fact(type, make as (here: Here<Roles, Held, Bound>) => Fields | readonly Fields[] | undefined),
});
