import { namesIn, placeOfKeys, purely, type Machine, type PartView } from "../machine/index.ts";
import { declaredAt, Mistake, mustKnowFields, type Place } from "../mistake.ts";
import type { Literal, Term } from "../term/index.ts";
import type { Effect, EventObject, Receiving, Standing } from "./wiring.ts";

/**
 * What a person (or business, or authority) may decide to do with a part. It is offered whenever the machine handles
 * the event in its present state.
 */
export interface Intent<Roles = Record<string, unknown>> {
  /** Literal fields of the event; every combination of the listed values is offered. */
  readonly fields?: (roles: Roles) => Readonly<Record<string, readonly Literal[]>>;
  /** What travels beside the event: a fresh term, or any body that the part's owner can read. */
  readonly carries?: Fresh<Roles> | Known<Roles>;
  /** The scenario bound that says how often this part may do it (one count per part and bound). */
  readonly limit?: string;
  /** Whether others may come to read or do more by it, and in what way; `sealcheck attackers` takes it away and looks. */
  readonly opens?: Opens;
}

/**
 * What an intent is by which others may come to read or do more than before: a *grant* lets somebody have something, by a
 * deliberate act of whoever has it; an *opt-in* chooses a way of working in which others take part; a *capability* is
 * something that only who misbehaves does.
 */
export type Opens = "grant" | "opt-in" | "capability";

/** Where somebody stands who decides to do something: the part, and the event. */
type Choosing<Roles> = Standing<Roles> & { readonly it: EventObject };

/** A term that nobody has seen before; `count` numbers it, from 1, and no crash or restore ever rewinds it. */
export interface Fresh<Roles> {
  readonly carry: "fresh";
  readonly make: (here: Choosing<Roles>, count: number) => Term;
}

/** Any message body that the part's owner can read at that moment and that passes `which`. */
export interface Known<Roles> {
  readonly carry: "known";
  readonly which: (body: Term, here: Standing<Roles>) => boolean;
}

/** The intent carries a term nobody has seen before; whoever writes it knows it. Needs a `limit`, which numbers it. */
export const fresh = <Roles>(make: Fresh<Roles>["make"]): Fresh<Roles> => ({
  carry: "fresh",
  make: (here, count) => purely(() => make(here, count)),
});

/** The intent carries something its owner already knows: forwarding, quoting, reporting. */
export const known = <Roles>(which: Known<Roles>["which"] = () => true): Known<Roles> => ({
  carry: "known",
  which: (body, here) => purely(() => which(body, here)),
});

/** A small view of a sibling part that widens every event this part receives: `event.sees.<name>`. */
export interface Read<Roles> {
  /** The sibling's name; undefined where this instance has none, and then the event is not widened by it. */
  readonly of: (roles: Roles & { readonly name: string }) => string | undefined;
  readonly as: (view: PartView) => Literal;
  /** The event types that are widened; all, if left out. */
  readonly on?: readonly string[];
}

/** Which messages an input takes. */
export interface Accepting<Roles, Held extends string = string> {
  /** Literal fields that such a message may have: whoever makes one up chooses among them. */
  readonly fields?: (roles: Roles) => Readonly<Record<string, readonly Literal[]>>;
  /** The pattern of its term; any term, if left out. */
  readonly term?: Accept<Roles, Held>;
  /**
   * The patterns by which somebody makes such a message up; that of `term`, if left out. Where whoever takes it cannot
   * look inside, it is made for whoever gets it next.
   */
  readonly shapes?: (here: Receiving<Roles, Held>) => readonly Term[];
}

/** The terms that an input takes, here and now; nothing at all, if undefined. */
export type Accept<Roles, Held extends string = string> = (
  here: Receiving<Roles, Held>,
) => Term | undefined;

/** What every part of one kind has in common: the machine, and what its emissions mean to the rest of the world. */
export interface PartDeclaration<
  Roles,
  Held extends string = string,
  Bound extends string = string,
> {
  /** One short noun, e.g. `businessConversation`. */
  readonly kind: string;
  readonly machine: Machine;
  /** Machine input; parts with equal inputs share one table, so keep names and identities out of it. */
  readonly input?: (roles: Roles) => Readonly<Record<string, unknown>>;
  readonly reads?: Readonly<Record<string, Read<Roles>>>;
  readonly intents?: Readonly<Record<string, Intent<Roles>>>;
  readonly emits?: Readonly<Record<string, readonly Effect<Roles, Held, Bound>[]>>;
  /** Registers, each for one term: wiring fills them by `remember` and reads them as `here.held.nonce`. */
  readonly holds?: readonly Held[];
  /** Registers that a restart empties; the others are durable. */
  readonly forgets?: readonly Held[];
  /**
   * Which terms an input takes: a pattern, of what the part knows and of variables. What does not match is refused:
   * the machine does not hear of it, unless there is an event for that. Adversaries make up messages for these inputs,
   * and for no others.
   */
  readonly accepts?: Readonly<Record<string, Accept<Roles, Held> | Accepting<Roles, Held>>>;
  /** The event that tells the machine that an input (its field `of`) was refused. */
  readonly onRefused?: string;
  /** The event that tells the machine its device has just started again; only states that name it lose anything. */
  readonly onRestart?: string;
  /**
   * What the machine declares and no scenario can ever bring about, each with the reason: states (`open.composing`),
   * transitions (`open.composing user.send`, `lent after 14`, `idle always #2`) and intents (`user.send`). It fails if
   * one of them does come up. What is said of a state or an intent is said of all transitions out of it or on it.
   */
  readonly never?: Readonly<Record<string, string>>;
}

/** A kind of part that can be put into compositions; `Does` are its intents, as far as types can tell. */
export interface PartKind<
  Roles = Record<string, unknown>,
  Does extends string = string,
> extends PartDeclaration<Roles> {
  readonly place: Place | undefined;
  /** Puts one instance into a composition. */
  readonly as: <const Name extends string, const Where extends PartPlace>(
    name: Name,
    where: Where,
    roles: Roles,
  ) => Part<Name, Where["owner"], UnitOf<Where, Name>, Does>;
}

/** Who a part belongs to. */
export interface PartPlace {
  /** The coalition that sees what the part receives. */
  readonly owner: string;
  /** What crashes and goes offline together; by default the part alone. */
  readonly unit?: string;
}

/** The unit of a place; a part's own name, where none is given; any text, where that is not known. */
type UnitOf<Where extends PartPlace, Name extends string> = Where extends {
  readonly unit: infer Unit extends string;
}
  ? Unit
  : "unit" extends keyof Where
    ? string
    : Name;

/** One instance of a part in a composition. */
export interface Part<
  Name extends string = string,
  Owner extends string = string,
  Unit extends string = string,
  Does extends string = string,
> {
  readonly name: Name;
  readonly owner: Owner;
  readonly unit: Unit;
  readonly kind: PartKind;
  readonly roles: Readonly<Record<string, unknown>>;
  /** For types alone, which tell by it what a scenario may let this part do: nothing has it when it runs. */
  readonly does?: Does;
}

/** The intents that a declaration spells out; any text where its type arguments were given, since it is not looked at then. */
type DoesOf<Declared> = Declared extends { readonly intents?: infer Intents }
  ? keyof NonNullable<Intents> & string
  : never;

/**
 * Declares a kind of part: one small machine, read as its diagram, and beside it what its emissions mean.
 *
 * `part<{ relay: string }>({ kind: "sender", machine, emits: { "wire.send": [send((here) => …)] } })`
 */
export const part = <
  Roles extends object = Record<string, never>,
  Held extends string = string,
  Bound extends string = string,
  Declared extends PartDeclaration<Roles, Held, Bound> = PartDeclaration<Roles, Held, Bound>,
>(
  declaration: Declared & PartDeclaration<Roles, Held, Bound>,
): PartKind<Roles, DoesOf<Declared>> => {
  const place = declaredAt(part as never);
  mustKnowFields(
    `part "${declaration.kind}"`,
    declaration,
    [
      "kind",
      "machine",
      "input",
      "reads",
      "intents",
      "emits",
      "holds",
      "forgets",
      "accepts",
      "onRefused",
      "onRestart",
      "never",
    ],
    place,
  );
  checkNever(declaration, place);
  checkRegisters(declaration, place);
  const kind: PartKind = {
    ...(declaration as unknown as PartDeclaration<Record<string, unknown>>),
    place,
    as: (name, where, roles) => ({
      name,
      owner: where.owner,
      unit: (where.unit ?? name) as never,
      kind,
      roles,
    }),
  };
  return kind as unknown as PartKind<Roles, DoesOf<Declared>>;
};

const checkRegisters = <Roles, Held extends string, Bound extends string>(
  declaration: PartDeclaration<Roles, Held, Bound>,
  place: Place | undefined,
): void => {
  const { kind, holds = [], forgets = [], accepts = {}, intents = {}, onRestart } = declaration;
  const refuse = (field: string, what: string, why: string, todo: string): never => {
    throw new Mistake({
      what: `part "${kind}" ${what}`,
      where: placeOfKeys(place, [field]),
      why,
      todo,
    });
  };
  const twin = holds.find((name, at) => holds.indexOf(name) !== at);
  if (twin !== undefined)
    refuse("holds", `holds "${twin}" twice`, "a register has one name", "rename one");
  const stranger = forgets.find((name) => !holds.includes(name));
  if (stranger !== undefined)
    refuse(
      "forgets",
      `forgets "${stranger}", which it does not hold`,
      `it holds ${holds.join(", ") || "nothing"}`,
      "correct the name, or let it hold that",
    );
  if (forgets.length > 0 && onRestart === undefined)
    refuse(
      "forgets",
      `forgets "${forgets[0]}" when its device starts again, and its machine is not told of that`,
      "the machine would go on as if the register were still full",
      "name the event in onRestart",
    );
  const own = Object.keys(accepts).find((type) => intents[type] !== undefined);
  if (own !== undefined)
    refuse(
      "accepts",
      `accepts "${own}" by a pattern, and that is an intent`,
      "what somebody decides to do is no message",
      "take one of them out",
    );
};

const checkNever = <Roles, Held extends string, Bound extends string>(
  { kind, machine, intents = {}, never = {} }: PartDeclaration<Roles, Held, Bound>,
  place: Place | undefined,
): void => {
  const { states, transitions } = namesIn(machine);
  const declared = new Set([...states, ...transitions, ...Object.keys(intents)]);
  for (const [name, because] of Object.entries(never)) {
    const where = placeOfKeys(place, ["never", name]);
    if (!declared.has(name))
      throw new Mistake({
        what: `part "${kind}" says that "${name}" never comes up, and it declares nothing of that name`,
        where,
        why: `it declares ${[...declared].join(", ")}`,
        todo: "correct the name: of a state, of a transition (state and event), or of an intent",
      });
    if (because.trim() === "")
      throw new Mistake({
        what: `part "${kind}" says that "${name}" never comes up, and not why`,
        where,
        why: "whoever reads the report has to judge whether it may stay",
        todo: "give the reason, or take it out of the machine",
      });
  }
};
