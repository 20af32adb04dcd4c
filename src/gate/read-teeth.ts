import { Mistake } from "../mistake.ts";
import type { TeethFile } from "./teeth.ts";

/** What a file about mutants says. Throws a {@link Mistake} that names what in it cannot be. */
export const readTeeth = (text: string, file: string): TeethFile => {
  const refuse = (what: string): never => {
    throw new Mistake({
      what,
      where: { file, line: 1 },
      why: "the gate goes by this file, so it must not guess what it says",
      todo: "have sealcheck mutate write it anew",
    });
  };
  const value = parsed(text) ?? refuse("what is known of mutants is not JSON");
  if (value.schema !== "sealcheck.teeth/2")
    refuse(`what is known of mutants has the schema ${JSON.stringify(value.schema)}`);
  if (!isRecord(value.protocols)) refuse("what is known of mutants names no protocols");
  for (const [name, teeth] of Object.entries(value.protocols as Json))
    if (!isRecord(teeth) || !Object.entries(kinds).every(([field, is]) => is(teeth[field])))
      refuse(`what is known of the mutants of ${name} is not all there`);
  return value as unknown as TeethFile;
};

type Json = Readonly<Record<string, unknown>>;

const parsed = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === "string";

const counts = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((count) => typeof count === "number");

const each = (is: (value: unknown) => boolean) => (value: unknown) =>
  isRecord(value) && Object.values(value).every(is);

const all = (is: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(is);

const isTold = (value: unknown): boolean =>
  isRecord(value) &&
  ["name", "operator", "part", "outcome"].every((field) => isText(value[field])) &&
  isRecord(value["spot"]) &&
  texts(value["diff"]) &&
  (value["kills"] === undefined || all(isRecord)(value["kills"])) &&
  (value["tested"] === undefined || texts(value["tested"]));

const texts = (value: unknown): boolean => all(isText)(value);

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  models: isText,
  declared: isText,
  effort: each(counts),
  complete: (value) => typeof value === "boolean",
  untried: texts,
  generic: counts,
  sabotages: counts,
  invariants: each(
    (bite) =>
      isRecord(bite) &&
      ["killed", "survived", "sabotages"].every((field) => typeof bite[field] === "number") &&
      texts(bite["with"]),
  ),
  parts: each(counts),
  unasked: texts,
  toothless: texts,
  survivors: each(isText),
  unnoticed: each(texts),
  mutants: all(isTold),
};
