import type { Literal, Term } from "../term/index.ts";

/**
 * Where a wiring rule stands when it runs: the part's own name and place, its roles (the names it was given when it
 * was put into the composition), the emission that set it off, and the term that travels beside the event.
 * A machine never sees a term; only wiring does.
 */
export type Here<Roles = Record<string, unknown>> = Roles & {
  /** The part's own name, e.g. `ana.phone/shop`. */
  readonly name: string;
  /** What crashes and goes offline together with this part, e.g. `ana.phone`. */
  readonly unit: string;
  /** The coalition that sees whatever this part receives, e.g. `ana`. */
  readonly owner: string;
  /** The term that travels beside the event; `nothing` where the event carries none. */
  readonly carried: Term;
  /** The emitted event, with its literal fields. */
  readonly it: EventObject;
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

type Rule<Kind extends string, Roles, Out> = {
  readonly rule: Kind;
  readonly make: (here: Here<Roles>) => Out;
};

/** One thing that an emission brings about; the wiring of a part is a list of them per emitted event type. */
export type Effect<Roles = Record<string, unknown>> =
  | Rule<"send", Roles, Many<Send> | undefined>
  | Rule<"tell", Roles, Many<Tell> | undefined>
  | Rule<"learn", Roles, Many<Learn> | undefined>
  | Rule<"keep", Roles, Many<Keep> | undefined>
  | Rule<"erase", Roles, Many<Keep> | undefined>
  | Rule<"purge", Roles, Many<Purge> | undefined>
  | Rule<"disclose", Roles, Many<Disclose> | undefined>
  | (Rule<"fact", Roles, Many<Readonly<Record<string, Literal>>> | undefined> & {
      readonly type: string;
    });

/** Puts a message on a channel: `send((here) => ({ over, to, event, carrying }))`; several with an array. */
export const send = <Roles>(
  make: (here: Here<Roles>) => Many<Send> | undefined,
): Effect<Roles> => ({
  rule: "send",
  make,
});

/** Hands an event to another part of the same party, within the same step (an atomic link). */
export const tell = <Roles>(
  make: (here: Here<Roles>) => Many<Tell> | undefined,
): Effect<Roles> => ({
  rule: "tell",
  make,
});

/** Lets a coalition know a term that reached it by no channel. */
export const learn = <Roles>(
  make: (here: Here<Roles>) => Many<Learn> | undefined,
): Effect<Roles> => ({ rule: "learn", make });

/** Writes a term to a store; a message body that lands there makes the fact `stored`. */
export const keep = <Roles>(
  make: (here: Here<Roles>) => Many<Keep> | undefined,
): Effect<Roles> => ({
  rule: "keep",
  make,
});

/** Erases one term from a store; makes the fact `erased`. */
export const erase = <Roles>(
  make: (here: Here<Roles>) => Many<Keep> | undefined,
): Effect<Roles> => ({ rule: "erase", make });

/** Empties a store; makes a fact `erased` for each message body in it. */
export const purge = <Roles>(
  make: (here: Here<Roles>) => Many<Purge> | undefined,
): Effect<Roles> => ({ rule: "purge", make });

/** Shows what a store holds to a coalition. */
export const disclose = <Roles>(
  make: (here: Here<Roles>) => Many<Disclose> | undefined,
): Effect<Roles> => ({ rule: "disclose", make });

/** States that something was so: promises speak only of facts. Fields are literals; return nothing to state nothing. */
export const fact = <Roles>(
  type: string,
  make: (here: Here<Roles>) => Many<Readonly<Record<string, Literal>>> | undefined,
): Effect<Roles> => ({ rule: "fact", type, make });
