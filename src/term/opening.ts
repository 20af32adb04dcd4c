import type { Term } from "./bank.ts";

/** What a term gives away to whoever has it. */
export const openly = ({ kind, parts }: Term): readonly Term[] =>
  kind === "pair" ? parts : kind === "sign" ? [parts[1]!] : [];

/** The key that opens a term, and what is inside. */
export interface Lock {
  readonly key: Term;
  readonly inside: Term;
}

/** The lock of an encryption or seal; undefined for everything else, and for a seal under what is no public key. */
export const lockOf = ({ kind, parts }: Term): Lock | undefined => {
  if (kind === "encrypt") return { key: parts[0]!, inside: parts[1]! };
  if (kind === "seal" && parts[0]!.kind === "public")
    return { key: parts[0]!.parts[0]!, inside: parts[1]! };
  return undefined;
};

/** What `key` opens a term to: the text of an encryption, seal or signature. Undefined if it does not fit. */
export const plaintextOf = (key: Term, term: Term): Term | undefined => {
  if (term.kind === "sign") {
    const [signer, text] = term.parts;
    return key === signer || (key.kind === "public" && key.parts[0] === signer) ? text : undefined;
  }
  const lock = lockOf(term);
  return lock?.key === key ? lock.inside : undefined;
};
