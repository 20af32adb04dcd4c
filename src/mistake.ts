import { fileURLToPath } from "node:url";

/** A place in a user's file; `line` counts from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What a {@link Mistake} says: what is wrong, where, why it matters, and what to do about it. */
export interface MistakeText {
  readonly what: string;
  readonly where?: Place | undefined;
  readonly why?: string | undefined;
  readonly todo?: string | undefined;
}

/**
 * A mistake in what the user gave us: a model, a scenario, a flag, a file. It is told, never traced: `message` is the
 * whole explanation, ready to print, and the command line answers it with exit code 2.
 */
export class Mistake extends Error {
  override readonly name = "Mistake";
  readonly text: MistakeText;

  constructor(text: MistakeText) {
    super(sentence(text));
    this.text = text;
  }
}

const sentence = ({ what, where, why, todo }: MistakeText): string =>
  [
    what,
    where && `  at ${where.file}:${where.line}`,
    why && `  why: ${why}`,
    todo && `  do:  ${todo}`,
  ]
    .filter(Boolean)
    .join("\n");

/** Refuses a field that nothing reads: misspelt, it would silently change nothing. */
export const mustKnowFields = (
  what: string,
  given: object,
  known: readonly string[],
  where: Place | undefined,
): void => {
  const unknown = Object.keys(given).find((field) => !known.includes(field));
  if (unknown !== undefined)
    throw new Mistake({
      what: `${what} has a field "${unknown}", which nothing reads`,
      where,
      why: `its fields are ${known.join(", ")}`,
      todo: "correct its name, or leave it out",
    });
};

/**
 * Where the caller's caller stands: the line on which a user declared a part, a promise or a scenario.
 * `door` is the function whose caller is wanted, so that our own frames are left out.
 */
export const declaredAt = (door: (...args: never[]) => unknown): Place | undefined => {
  const holder: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  // Every frame is looked up in a source map, and one is enough.
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(holder, door);
  Error.stackTraceLimit = stackTraceLimit;
  const frame = holder.stack?.split("\n")[1];
  const match = frame?.match(/\(?((?:file:\/\/)?\/?[^()\s]+):(\d+):\d+\)?$/);
  if (!match?.[1] || !match[2]) return undefined;
  const file = match[1].startsWith("file:") ? fileURLToPath(match[1]) : match[1];
  return { file: file.replace(/\?.*$/, ""), line: Number(match[2]) };
};
