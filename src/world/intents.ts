import type { Literal } from "../term/index.ts";
import { byKey } from "./by-key.ts";
import type { Part } from "./part.ts";
import type { EventObject } from "./wiring.ts";

/** An event as people read it: its type and its literal fields, in the order of their names. */
export const eventName = ({ type, ...fields }: EventObject): string =>
  [type, ...byKey(fields).map(([field, value]) => `${field}=${String(value)}`)].join(" ");

/** Every way to choose one value per field, in the order in which the fields and values are declared. */
export const choicesOf = (
  fields: Readonly<Record<string, readonly Literal[]>>,
): Readonly<Record<string, Literal>>[] =>
  Object.entries(fields).reduce<Record<string, Literal>[]>(
    (chosen, [field, values]) =>
      chosen.flatMap((before) => values.map((value) => ({ ...before, [field]: value }))),
    [{}],
  );

/** The events of one intent of a part, one for each choice of its fields. */
export const intentsOf = ({ kind, roles }: Part, type: string): EventObject[] =>
  choicesOf(kind.intents?.[type]?.fields?.(roles) ?? {}).map((fields) => ({ type, ...fields }));

/** Whether somebody who may do these things may do this one: any of its type, or the one with these fields. */
export const mayDoIt = (may: ReadonlySet<string>, event: EventObject): boolean =>
  may.has(event.type) || may.has(eventName(event));

/** The type of an event that may be named with its fields. */
export const typeIn = (name: string): string => name.split(" ", 1)[0]!;

/** Whether a part has an intent of that name, be it with its fields or without. */
export const hasIntent = (part: Part, name: string): boolean => {
  const type = typeIn(name);
  return (
    part.kind.intents?.[type] !== undefined &&
    (name === type || intentsOf(part, type).some((event) => eventName(event) === name))
  );
};

/** What a part's intents are called; where somebody has named one with fields that it does not take, with those it does. */
export const intentNames = (part: Part, asked: string): string[] => {
  const type = typeIn(asked);
  return part.kind.intents?.[type]
    ? intentsOf(part, type).map(eventName)
    : Object.keys(part.kind.intents ?? {});
};
