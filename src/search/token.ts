import { deflateRawSync, inflateRawSync } from "node:zlib";
import { Mistake } from "../mistake.ts";

/** Everything that replays a trace: names only, so it outlives generators, tables and ids. */
export interface TraceName {
  readonly scenario: string;
  readonly protocol: string;
  readonly invariant: string;
  readonly moves: readonly string[];
  /** From 1; the moves from here on repeat for ever. */
  readonly repeatsFrom?: number | undefined;
}

const prefix = "sc1.";

/** What zlib answers when asked for more than the text. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** One opaque word for a trace, for a terminal or a message. */
export const encodeToken = (trace: TraceName): string => {
  const { scenario, protocol, invariant, moves, repeatsFrom } = trace;
  const names = [scenario, protocol, invariant, moves, ...(repeatsFrom ? [repeatsFrom] : [])];
  return prefix + deflateRawSync(JSON.stringify(names), { level: 9 }).toString("base64url");
};

/** The trace behind a token. Throws a {@link Mistake} when it is none. */
export const decodeToken = (token: string): TraceName => {
  try {
    if (!/^sc1\.[\w-]+$/.test(token)) throw new Error("form");
    const packed = Buffer.from(token.slice(prefix.length), "base64url");
    const { buffer, engine } = inflateRawSync(packed, { info: true }) as unknown as Inflated;
    if (engine.bytesWritten !== packed.length) throw new Error("length");
    const [scenario, protocol, invariant, moves, repeatsFrom] = JSON.parse(buffer.toString()) as [
      string,
      string,
      string,
      string[],
      number | undefined,
    ];
    const names = [scenario, protocol, invariant, ...moves];
    if (!Array.isArray(moves) || !names.every((name) => typeof name === "string"))
      throw new Error("shape");
    if (repeatsFrom === undefined) return { scenario, protocol, invariant, moves };
    if (!(repeatsFrom >= 1 && repeatsFrom <= moves.length)) throw new Error("loop");
    return { scenario, protocol, invariant, moves, repeatsFrom };
  } catch {
    throw new Mistake({
      what: "this is not a replay token",
      why: `a token starts with ${prefix} and is one unbroken word; this one was cut or changed`,
      todo: "copy it whole from the report, or replay the trace file instead",
    });
  }
};
