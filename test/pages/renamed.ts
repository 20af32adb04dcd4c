import * as fc from "fast-check";

/** Words that a report uses with a meaning; everything else in it is a name or a text of somebody's project. */
const meaning = new Set(
  [
    ["sealcheck.run/1"],
    ["privacy", "service", "never", "leadsTo"],
    ["broken", "held, exhaustively within bounds", "held, sampled", "untested", "notApplicable"],
    ["inconclusive", "truth gap", "not checked"],
    ["passed", "failed", "insufficient", "skipped", "met", "unexpected"],
    ["holds", "breaks", "end", "not known", "of all", "in its slice"],
    ["state", "transition", "intent", "dead", "contradicted", "not seen", "explained"],
  ].flat(),
);

/** Names that do harm where somebody takes them for anything else. */
export const anyNames: readonly string[] = [
  "</script><script>globalThis.letIn = 1</script>",
  '<img src="x" onerror="globalThis.letIn = 1">',
  "<!--<script>",
  "javascript:letIn=1",
  "שלום עולם",
  "\u202Eback to front",
  "👩‍👩‍👧‍👦 and 🏳️‍🌈",
  "a".repeat(300),
  "a word that ".repeat(25),
  "constructor",
  "toString",
  "%E0%A4%A",
  "#/?&=%20",
  "two\nlines",
  "\"quoted\" 'twice' `thrice`",
  "ana.phone→relay",
];

/** What somebody may call things, be it to do harm. */
export const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 24, unit: "grapheme" }),
  fc.constantFrom(...anyNames),
);

/** The same document with every name in it replaced, the same ones alike, and no two by one. */
export const renamed = <T>(document: T, names: readonly string[]): T => {
  const given = new Map<string, string>();
  const rename = (text: string): string => {
    if (meaning.has(text)) return text;
    const known = given.get(text);
    if (known !== undefined) return known;
    const name = `${names[given.size % names.length]!}${given.size < names.length ? "" : ` ${given.size}`}`;
    const unique = [...given.values()].includes(name) ? `${name} ${given.size}` : name;
    given.set(text, unique);
    return unique;
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return rename(value);
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        byName.has(key) ? rename(name) : name,
        walk(each, name),
      ]),
    );
  };
  return walk(document, "") as T;
};

/** Fields whose entries are names, of protocols, parts, limits. */
const byName = new Set(["status", "parts", "readers", "limits", "faults", "binding"]);
