import type { RelationalRule } from "../../promise/index.ts";
import { body, type Term } from "../../term/index.ts";
import type { Composition, Part } from "../../world/index.ts";

/** Ends the name of a text of the second run. Only names are told by it, never what somebody can tell apart. */
const mark = "′";

/** A name of the second run as the first one has it. */
export const plain = (name: string): string => name.replaceAll(mark, "");

/** The composition of the second run: the same, but whoever writes a secret text writes another one. */
export const twinOf = (composition: Composition, { secret }: RelationalRule): Composition => {
  if (!("texts" in secret)) return composition;
  const otherText = (text: Term): Term =>
    text.kind === "body" && secret.texts(text.about)
      ? body(`${text.label}${mark}`, differing(text.about))
      : text;
  const kinds = new Map<Part["kind"], Part["kind"]>();
  const twinKind = (kind: Part["kind"]): Part["kind"] => {
    const twin = kinds.get(kind) ?? { ...kind, intents: twinIntents(kind.intents, otherText) };
    kinds.set(kind, twin);
    return twin;
  };
  return {
    ...composition,
    parts: composition.parts.map((part) => ({ ...part, kind: twinKind(part.kind) })),
  };
};

/** Texts whose length shows differ in length, too. */
const differing = (about: Term["about"]): Term["about"] =>
  typeof about["length"] === "number" ? { ...about, length: about["length"] + 1 } : about;

const twinIntents = (
  intents: Part["kind"]["intents"] = {},
  otherText: (text: Term) => Term,
): NonNullable<Part["kind"]["intents"]> =>
  Object.fromEntries(
    Object.entries(intents).map(([type, intent]) => {
      const { carries } = intent;
      if (carries?.carry !== "fresh") return [type, intent];
      const { make } = carries;
      const twin: typeof make = (here, count) => otherText(make(here, count));
      return [type, { ...intent, carries: { ...carries, make: twin } }];
    }),
  );
