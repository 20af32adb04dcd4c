import {
  anything,
  encrypt,
  pair,
  plaintextOf,
  publicKey,
  seal,
  sign,
  tuple,
  type Term,
} from "#sealcheck";
import { deviceKey, publicKeyOf } from "./keys.ts";
import type { Version } from "./version.ts";

/** What a device writes to a group: once, under its sender key, which is sealed for everybody who shall read. */
export const groupMessage = (
  version: Version,
  device: string,
  senderKey: Term,
  text: Term,
  readers: readonly Term[],
): Term =>
  tuple(
    written(version, device, encrypt(senderKey, text)),
    ...readers.map((reader) => seal(reader, senderKey)),
  );

/**
 * What whoever has one of these public keys opens of a message. Where messages are signed, they take it only if another
 * device has signed it, and the one that it is from.
 */
export const openedBy = (
  { groupRules }: Version,
  own: readonly Term[],
  message: Term,
): Term | undefined => {
  const [content, ...keys] = partsOf(message);
  const sealed = keys.find(({ kind, parts }) => kind === "seal" && own.includes(parts[0]!));
  if (!content || !sealed) return undefined;
  const text = plaintextOf(sealed.parts[1]!, ciphertextIn(content));
  if (text?.kind !== "body") return undefined;
  const author = deviceKey(String(text.about["device"]));
  const isSigned =
    content.kind === "sign" && content.parts[0] === author && !own.includes(publicKey(author));
  return isSigned || !groupRules.includes("signed messages") ? text : undefined;
};

/** The text of a message, whoever could read it. */
export const textIn = (message: Term): Term | undefined =>
  ciphertextIn(partsOf(message)[0]!).parts[1];

/** What somebody has to send so that one of the devices shows it as another's: what they can make of that. */
export const forgedFor = (
  version: Version,
  readers: readonly string[],
  authors: readonly string[],
): Term[] =>
  readers.flatMap((reader) =>
    authors
      .filter((author) => author !== reader)
      .map((author) => written(version, author, encrypt(senderKey, text)))
      .filter((content, at, all) => all.indexOf(content) === at)
      .map((content) => pair(content, seal(publicKeyOf(reader), senderKey))),
  );

const senderKey = anything("sender key", { kinds: ["secret"] });
const text = anything("text", { kinds: ["body"] });

const written = ({ groupRules }: Version, device: string, sealed: Term): Term =>
  groupRules.includes("signed messages") ? sign(deviceKey(device), sealed) : sealed;

const ciphertextIn = (content: Term): Term =>
  content.kind === "sign" ? content.parts[1]! : content;

/** The content, and the sealed keys after it. */
const partsOf = (message: Term): Term[] =>
  message.kind === "pair" ? [message.parts[0]!, ...partsOf(message.parts[1]!)] : [message];
