import type { Literal, Term } from "../term/index.ts";

/** Who a part is: its own name and place, and its roles, the names it was given when it was put into the composition. */
export type Standing<Roles = Record<string, unknown>> = Roles & {
  /** The part's own name, e.g. `ana.phone/shop`. */
  readonly name: string;
  /** What crashes and goes offline together with this part, e.g. `ana.phone`. */
  readonly unit: string;
  /** The coalition that sees whatever this part receives, e.g. `ana`. */
  readonly owner: string;
};

/** Where a part stands when an input reaches it. */
export type Receiving<
  Roles = Record<string, unknown>,
  Held extends string = string,
> = Standing<Roles> & {
  /** The event, with its literal fields; for wiring, the emitted one. */
  readonly it: EventObject;
  /** What the part's registers hold; `nothing` where one is empty. */
  readonly held: Readonly<Record<Held, Term>>;
};

/**
 * Where a wiring rule stands when it runs: the part, the emission that set it off, the term that travels beside the
 * event, and what the part holds. A machine never sees a term; only wiring does.
 */
export type Here<
  Roles = Record<string, unknown>,
  Held extends string = string,
  Bound extends string = string,
> = Receiving<Roles, Held> & {
  /** The term that travels beside the event; `nothing` where the event carries none. */
  readonly carried: Term;
  /** What the variables of the pattern stand for that the part's input has matched. */
  readonly bound: Readonly<Record<Bound, Term>>;
};

/** An event as machines know it: a type and plain literal fields, never a term. */
export interface EventObject {
  readonly type: string;
  readonly [field: string]: Literal;
}

type Many<T> = T | readonly T[];

/** Puts a message on a channel. Observers of the channel learn `carrying` now, the receiver's owner when it arrives. */
export interface Send {
  readonly over: string;
  readonly to: string;
  readonly event: EventObject;
  readonly carrying?: Term | undefined;
}

/** Hands an event to another part within the same step; the carried term goes along unless another is named. */
export interface Tell {
  readonly to: string;
  readonly event: EventObject;
  readonly carrying?: Term | undefined;
}

/** A coalition comes to know a term without a channel: a key handed over, a screen read, a file copied. */
export interface Learn {
  readonly who: string;
  readonly term: Term;
}

/** A term is written to a store, or erased from it. */
export interface Keep {
  readonly store: string;
  readonly term: Term;
}

/** A store is emptied. */
export interface Purge {
  readonly store: string;
}

/**
 * A coalition comes to know what a store holds: all of it, or only the `last` entries, counted back from `upTo` (the
 * newest, if left out). Each entry makes the fact `disclosed`, with how far `back` it lay.
 */
export interface Disclose {
  readonly store: string;
  readonly to: string;
  readonly last?: number;
  readonly upTo?: Term;
}

/** Terms for some of a part's registers; `nothing` empties one. */
export type Remember<Held extends string = string> = Readonly<Partial<Record<Held, Term>>>;

type Rule<Kind extends string, Roles, Held extends string, Bound extends string, Out> = {
  readonly rule: Kind;
  readonly make: (here: Here<Roles, Held, Bound>) => Out;
};

/** One thing that an emission brings about; the wiring of a part is a list of them per emitted event type. */
export type Effect<
  Roles = Record<string, unknown>,
  Held extends string = string,
  Bound extends string = string,
> =
  | Rule<"send", Roles, Held, Bound, Many<Send> | undefined>
  | Rule<"tell", Roles, Held, Bound, Many<Tell> | undefined>
  | Rule<"learn", Roles, Held, Bound, Many<Learn> | undefined>
  | Rule<"keep", Roles, Held, Bound, Many<Keep> | undefined>
  | Rule<"erase", Roles, Held, Bound, Many<Keep> | undefined>
  | Rule<"purge", Roles, Held, Bound, Many<Purge> | undefined>
  | Rule<"disclose", Roles, Held, Bound, Many<Disclose> | undefined>
  | Rule<"remember", Roles, Held, Bound, Remember<Held> | undefined>
  | (Rule<"fact", Roles, Held, Bound, Many<Readonly<Record<string, Literal>>> | undefined> & {
      readonly type: string;
    });

/** Puts a message on a channel: `send((here) => ({ over, to, event, carrying }))`; several with an array. */
export const send = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Many<Send> | undefined,
): Effect<Roles, Held, Bound> => ({
  rule: "send",
  make,
});

/** Hands an event to another part of the same party, within the same step (an atomic link). */
export const tell = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Many<Tell> | undefined,
): Effect<Roles, Held, Bound> => ({
  rule: "tell",
  make,
});

/** Lets a coalition know a term that reached it by no channel. */
export const learn = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Many<Learn> | undefined,
): Effect<Roles, Held, Bound> => ({ rule: "learn", make });

/** Writes a term to a store; a message body that lands there makes the fact `stored`. */
export const keep = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Many<Keep> | undefined,
): Effect<Roles, Held, Bound> => ({
  rule: "keep",
  make,
});

/** Erases one term from a store; makes the fact `erased`. */
export const erase = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Many<Keep> | undefined,
): Effect<Roles, Held, Bound> => ({ rule: "erase", make });

/** Empties a store; makes a fact `erased` for each message body in it. */
export const purge = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Many<Purge> | undefined,
): Effect<Roles, Held, Bound> => ({ rule: "purge", make });

/** Shows what a store holds to a coalition. */
export const disclose = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Many<Disclose> | undefined,
): Effect<Roles, Held, Bound> => ({ rule: "disclose", make });

/** Puts terms into registers of the part: `remember((here) => ({ nonce: here.carried }))`. */
export const remember = <Roles, Held extends string, Bound extends string>(
  make: (here: Here<Roles, Held, Bound>) => Remember<Held> | undefined,
): Effect<Roles, Held, Bound> => ({ rule: "remember", make });

/** States that something was so: promises speak only of facts. Fields are literals; return nothing to state nothing. */
export const fact = <Roles, Held extends string, Bound extends string>(
  type: string,
  make: (here: Here<Roles, Held, Bound>) => Many<Readonly<Record<string, Literal>>> | undefined,
): Effect<Roles, Held, Bound> => ({ rule: "fact", type, make });
