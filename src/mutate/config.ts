/** The configuration of a state, as models write it. */
export interface StateConfig {
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly on?: Readonly<Record<string, unknown>>;
  readonly always?: unknown;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly onDone?: unknown;
  readonly entry?: unknown;
  readonly exit?: unknown;
  readonly tags?: unknown;
}

/** A transition, written out. */
export interface TransitionConfig {
  readonly target?: string;
  readonly guard?: unknown;
  readonly actions?: unknown;
}

/** The alternatives of an event, however short they are written. */
export const listOf = (value: unknown): TransitionConfig[] => {
  if (value === undefined) return [{}];
  if (Array.isArray(value)) return value.flatMap(listOf);
  return [typeof value === "string" ? { target: value } : (value as TransitionConfig)];
};

/** Actions or tags, however short they are written. */
export const several = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? [...(value as unknown[])] : [value];

/** Whether a transition does anything; one that does nothing ignores an event aloud. */
export const acts = ({ target, actions }: TransitionConfig): boolean =>
  target !== undefined || several(actions).length > 0;

/** Whether a state is left as soon as it is entered. */
export const isTransient = ({ always }: StateConfig): boolean =>
  always !== undefined && listOf(always).at(-1)?.guard === undefined;

/** A configuration with another value at the end of a chain of keys; undefined takes the key out. */
export const withValue = <T extends object>(
  config: T,
  [key, ...rest]: readonly string[],
  value: unknown,
): T => {
  const { [key!]: own, ...others } = config as Record<string, unknown>;
  const inner = rest.length === 0 ? value : withValue((own ?? {}) as object, rest, value);
  // Keys keep their places, because XState goes by them.
  if (inner === undefined) return others as T;
  return { ...config, [key!]: inner } as T;
};

/** The keys that lead to a state of a configuration. */
export const keysTo = (path: readonly string[]): string[] =>
  path.flatMap((name) => ["states", name]);

/** A piece of a configuration as somebody would write it, on one line. */
export const written = (value: unknown): string => {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value === "function") return writtenFunction(value);
  if (typeof value !== "object" || value === null) return String(value);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return fields.length === 0
    ? "{}"
    : `{ ${fields.map(([key, inner]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${written(inner)}`).join(", ")} }`;
};

/** How a guard, an action or a target is called: by its name, where it has one, and by what it is given. */
export const named = (value: unknown): string => {
  if (typeof value === "string") return value;
  const { type, params } = (value ?? {}) as { readonly type?: unknown; readonly params?: unknown };
  if (typeof value !== "object" || typeof type !== "string") return written(value);
  const given = Object.entries((params ?? {}) as object);
  return [type, ...given.map(([key, each]) => `${key} ${named(each)}`)].join(" ");
};

/** XState makes functions of `not`, `or`, `assign` and their like, and keeps what they were made of. */
const writtenFunction = (made: object): string => {
  if ("guards" in made) {
    const { guards, check } = made as {
      readonly guards: readonly unknown[];
      readonly check?: { readonly name?: string };
    };
    const inner = guards.map(written).join(", ");
    const joined = /^check(And|Or)$/.exec(check?.name ?? "")?.[1] ?? "Not";
    return joined === "Not" ? `not(${inner})` : `${joined.toLowerCase()}([${inner}])`;
  }
  return "type" in made ? `${String(made.type).replace("xstate.", "")}(…)` : "(…) => …";
};

/** A configuration with another laid over it, key by key; everything but an object takes the place of what was there. */
export const mergedConfig = <T extends object>(config: T, over: object): T =>
  Object.entries(over).reduce<Record<string, unknown>>(
    (merged, [key, value]) => {
      const own = merged[key];
      const both = [own, value].every(
        (one) => typeof one === "object" && one !== null && !Array.isArray(one),
      );
      return { ...merged, [key]: both ? mergedConfig(own as object, value as object) : value };
    },
    { ...(config as Record<string, unknown>) },
  ) as T;
