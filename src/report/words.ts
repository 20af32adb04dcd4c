/** A name in camel case or with dots as plain words: `chatOpened` → "chat opened", `user.send` → "user send". */
export const words = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[._]/g, " ")
    .toLowerCase();

/** A small number as a word, a larger one in digits. */
export const numberWord = (number: number): string =>
  [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ][number] ?? String(number);

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[], last = "and"): string =>
  items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;

/** "one day", "3 runs": a count with its noun. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? singular : plural}`;

/** With a capital and a full stop. */
export const sentence = (text: string): string => {
  const trimmed = text.trim();
  const opened = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(opened) ? opened : `${opened}.`;
};
