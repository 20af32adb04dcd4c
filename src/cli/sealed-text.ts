import { createHash } from "node:crypto";

/** A value in a form that shows later whether it is what was written there, and for what. */
export const sealed = (of: string, value: unknown): string => {
  const text = JSON.stringify(value);
  return `${sealOn(of, text)}\n${text}\n`;
};

/**
 * The value in a sealed text; undefined if it was made of something else, by another version, or is broken or changed.
 * Whoever wants to can make a seal: it keeps mistakes out, not malice.
 */
export const opened = (of: string, sealedText: string | undefined): unknown => {
  const [seal, text = "", ...rest] = sealedText?.split("\n") ?? [];
  if (seal !== sealOn(of, text) || rest.join("") !== "") return undefined;
  return JSON.parse(text);
};

const sealOn = (of: string, text: string): string =>
  createHash("sha256")
    .update(JSON.stringify([of, text]))
    .digest("hex");
