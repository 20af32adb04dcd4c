/** A value that is not plain data; `path` says where, `kind` what it is. */
export class NotPlain extends Error {
  readonly path: string;
  readonly kind: string;

  constructor(path: string, kind: string) {
    super(`${path} is ${kind}, and only plain JSON can be compared and stored`);
    this.path = path;
    this.kind = kind;
  }
}

/** Deeper nesting than this is a cycle. */
const deepest = 32;

/**
 * A frozen copy of plain data with sorted fields, so that equal data has equal text. Fields that are undefined are left
 * out. Throws {@link NotPlain} at functions, symbols, instances of classes, numbers that JSON cannot hold, and cycles.
 */
export const plain = (value: unknown, path: string, depth = 0): unknown => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new NotPlain(path, `the number ${value}`);
    return value === 0 ? 0 : value;
  }
  if (typeof value !== "object") throw new NotPlain(path, `a ${typeof value}`);
  if (depth > deepest) throw new NotPlain(path, "nested in itself");
  if (Array.isArray(value))
    return Object.freeze(value.map((item, at) => plain(item, `${path}[${at}]`, depth + 1)));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotPlain(path, `an instance of ${value.constructor?.name ?? "a class"}`);
  return Object.freeze(
    Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([field, inner]) => [field, plain(inner, `${path}.${field}`, depth + 1)]),
    ),
  );
};

/** The text of plain data, equal for equal data whatever the order of its fields. */
export const plainText = (value: unknown, path: string): string =>
  JSON.stringify(plain(value, path)) ?? "";
