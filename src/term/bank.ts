/** A plain value: all that events, facts and attributes may hold. */
export type Literal = string | number | boolean;

/** How a term is made. */
export type TermKind =
  | "nothing"
  | "anything"
  | "atom"
  | "secret"
  | "body"
  | "pair"
  | "public"
  | "encrypt"
  | "seal"
  | "sign"
  | "mac"
  | "hash"
  | "kdf"
  | "dh";

/**
 * A symbolic message. Terms are hash-consed: equal terms are the same object, with one dense `id`. `parts` are what it
 * is made of; `label` reads aloud; `about` says what a message body is, as far as promises ask.
 */
export interface Term {
  readonly id: number;
  readonly kind: TermKind;
  readonly parts: readonly Term[];
  readonly label: string;
  readonly about: Readonly<Record<string, Literal>>;
}

const bank: Term[] = [];
const known = new Map<string, Term>();
const nobody = Object.freeze({});
/** Characters. */
const labelMost = 300;

/** The one term of this kind made of these parts, or the one leaf of this kind and label. */
export const intern = (
  kind: TermKind,
  parts: readonly Term[],
  label: string,
  about: Readonly<Record<string, Literal>> = nobody,
): Term => {
  const key = `${kind}|${parts.length > 0 ? parts.map(({ id }) => id).join(",") : label}`;
  const existing = known.get(key);
  if (existing) return existing;
  const id = bank.length;
  const term: Term = Object.freeze({
    id,
    kind,
    parts: Object.freeze([...parts]),
    label: parts.length > 0 ? abbreviated(label) : label,
    about,
  });
  bank.push(term);
  known.set(key, term);
  return term;
};

/** A label that spells out shared parts grows without end, so its tail becomes one number that stands for it (FNV-1a). */
const abbreviated = (label: string): string => {
  if (label.length <= labelMost) return label;
  let hash = 0x811c9dc5;
  for (let at = 0; at < label.length; at++)
    hash = Math.imul(hash ^ label.charCodeAt(at), 0x01000193);
  return `${label.slice(0, labelMost - 10)}… #${(hash >>> 0).toString(36)}`;
};
export const termById = (id: number): Term => bank[id]!;

/** The leaf of this kind and label, if anybody has made it. */
export const leafNamed = (kind: TermKind, label: string): Term | undefined =>
  known.get(`${kind}|${label}`);
