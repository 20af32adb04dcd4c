import type { Carried } from "../report/scenes.ts";
import type { Term } from "../term/index.ts";
import type { EventObject } from "../world/wiring.ts";

interface Item {
  readonly to: string;
  readonly event: EventObject;
  readonly term: Term;
}

/** A message under way, by the labels of what it holds. */
export const carriedIn = ({ to, event, term }: Item): Carried => ({
  to,
  event: [event.type, ...fieldsOf(event)].join(" "),
  term: term.kind === "nothing" ? "" : term.label,
  bodies: bodiesIn(term).map(({ label }) => label),
});

const fieldsOf = (event: EventObject): string[] =>
  Object.entries(event).flatMap(([name, value]) =>
    name === "type" ? [] : [`${name}=${String(value)}`],
  );

/** Every message body inside a term, however deep, in the order in which they stand there. */
export const bodiesIn = (term: Term): Term[] => {
  const seen = new Set<Term>();
  const visit = (one: Term): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const part of one.parts) visit(part);
  };
  visit(term);
  return [...seen].filter(({ kind }) => kind === "body");
};
