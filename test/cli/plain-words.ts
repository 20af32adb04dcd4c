/** What a person who does not program would stumble over. */
const stumbling = [
  /[a-z][A-Z]\w*/g, // camelCase
  /\w+_\w+/g, // snake_case
  /[A-Za-z]\w*\.\w+/g, // dotted names
  /[=<>{}[\]|&\\`→/#@$%^*~]+/g, // signs
];

/** Identifiers and symbols in a text that should have none. */
export const notPlain = (text: string): string[] =>
  stumbling.flatMap((pattern) => text.match(pattern) ?? []);
