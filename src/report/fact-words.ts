import type { Fact } from "../promise/index.ts";
import { words } from "./words.ts";

/** How the facts that every project has read. */
const engine: Readonly<Record<string, (fact: Fact) => string>> = {
  learned: ({ by, message }) => `${by} can now read "${message}"`,
  stored: ({ store, message }) => `"${message}" is kept in ${store}`,
  erased: ({ store, message }) => `"${message}" is erased from ${store}`,
  disclosed: ({ reader, store, message }) => `${reader} is shown "${message}" from ${store}`,
  dropped: ({ channel, message }) => `"${message}" is lost on ${channel}`,
  unsent: ({ channel, message }) => `${channel} brings "${message}" although nobody sends it`,
  interrupted: ({ unit, message }) => `${unit} crashed while it handled "${message}"`,
};

/** A value of a field; in quotes where it is more than one word. */
export const valueWords = (value: Fact[string]): string =>
  /\s/.test(String(value)) ? `"${value}"` : String(value);

/** A fact in plain words: what was so and, if it says `how`, in which manner; in brackets what it concerns. */
export const factWords = (fact: Fact): string => {
  const own = engine[fact.type];
  if (own) return own(fact);
  const { type, how, ...fields } = fact;
  const what = how === undefined ? words(type) : `${words(type)}, ${how}`;
  const told = Object.entries(fields).map(([name, value]) => `${words(name)} ${valueWords(value)}`);
  return told.length === 0 ? what : `${what} (${told.join(", ")})`;
};
