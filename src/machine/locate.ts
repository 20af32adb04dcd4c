import type { AnyStateNode } from "xstate";
import type { Place } from "../mistake.ts";
import { outline, type Key } from "./outline.ts";

let read: (file: string) => string | undefined = () => undefined;

/** Lets mistakes find the line of a state: this layer does no I/O, so whoever may read files says how. */
export const readSourcesWith = (reader: (file: string) => string | undefined): void => {
  read = reader;
};

/** The line of a state's key in the file that declares the machine; the declaration's own line if it is not found. */
export const placeOfState = (
  place: Place | undefined,
  { path, machine }: AnyStateNode,
): Place | undefined =>
  path.length === 0
    ? place
    : placeOfKeys(
        place,
        path.flatMap((key) => ["states", key]),
        machine.id,
      );

/**
 * The line of the last of a chain of keys, each in the literal of the one before. Where a file has several such chains,
 * it is the one after the `id` given, or else the last one that begins before the place, or else the first.
 */
export const placeOfKeys = <P extends Place | undefined>(
  place: P,
  keys: readonly string[],
  id?: string,
): P | Place => {
  const text = place && read(place.file);
  if (!place || !text) return place;
  const chains = chainsIn(outline(text), keys, undefined);
  const identified = chains.filter(({ owner }) => id !== undefined && owner === id);
  const candidates = identified.length > 0 ? identified : chains;
  const chosen = candidates.findLast(({ from }) => from <= place.line) ?? candidates[0];
  return chosen ? { file: place.file, line: chosen.line } : place;
};

interface Chain {
  /** The machine's `id`, as far as one was declared before the chain. */
  readonly owner: string | undefined;
  /** Lines of the first and of the last key. */
  readonly from: number;
  readonly line: number;
}

const chainsIn = (
  forest: readonly Key[],
  keys: readonly string[],
  above: string | undefined,
): Chain[] => {
  let owner = above;
  const chains: Chain[] = [];
  for (const key of forest) {
    if (key.name === "id") owner = /^["'`](.*)["'`]/.exec(key.value)?.[1];
    const end = key.name === keys[0] ? follow(key, keys.slice(1)) : undefined;
    if (end) chains.push({ owner, from: key.line, line: end.line });
  }
  return chains.length > 0 ? chains : forest.flatMap((key) => chainsIn(key.keys, keys, owner));
};

const follow = (key: Key, [next, ...rest]: readonly string[]): Key | undefined => {
  if (next === undefined) return key;
  const within = key.keys.find(({ name }) => name === next);
  return within && follow(within, rest);
};
