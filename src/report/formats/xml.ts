/** Text as XML holds it; signs that XML cannot hold are left out. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** An element with attributes, and what is in it, already as XML. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...inside: readonly string[]
): string => {
  const told = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value))}"`,
  );
  return inside.length === 0
    ? `<${name}${told.join("")}/>`
    : `<${name}${told.join("")}>${inside.join("")}</${name}>`;
};
