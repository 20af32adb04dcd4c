const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

/**
 * What is wrong with a document as a trace in the Informal Trace Format, read straight from its description
 * (https://apalache-mc.org/docs/adr/015adr-trace.html, revision of 2022-11-03); nothing, if all is well.
 */
export const wrongsInItf = (document: unknown): string[] => {
  if (!isObject(document)) return ["a trace is an object"];
  const { vars, states, params, loop, "#meta": meta, ...others } = document;
  const wrongs = Object.keys(others).map((name) => `a trace has no field ${name}`);
  if (meta !== undefined && !isObject(meta)) wrongs.push("#meta is an object");
  if (params !== undefined && !isStrings(params)) wrongs.push("params is an array of strings");
  if (!isStrings(vars)) return [...wrongs, "vars is an array of strings"];
  if (!Array.isArray(states)) return [...wrongs, "states is an array"];
  if (
    loop !== undefined &&
    !(Number.isInteger(loop) && Number(loop) >= 0 && Number(loop) < states.length)
  )
    wrongs.push("loop is the index of a state");
  states.forEach((state: unknown, at) => {
    for (const wrong of wrongsInState(state, vars, at === 0 && isStrings(params) ? params : []))
      wrongs.push(`state ${at}: ${wrong}`);
  });
  return wrongs;
};

const wrongsInState = (
  state: unknown,
  vars: readonly string[],
  params: readonly string[],
): string[] => {
  if (!isObject(state)) return ["a state is an object"];
  const { "#meta": meta, ...values } = state;
  return [
    ...(meta === undefined || isObject(meta) ? [] : ["#meta is an object"]),
    ...[...vars, ...params]
      .filter((name) => !(name in values))
      .map((name) => `no value for ${name}`),
    ...Object.entries(values).flatMap(([name, value]) =>
      vars.includes(name) || params.includes(name)
        ? wrongsInExpression(value).map((wrong) => `${name}: ${wrong}`)
        : [`${name} is no variable`],
    ),
  ];
};

/** Each special form: the only field of an object, and what is wrong with its value. */
const forms: Readonly<Record<string, (value: unknown) => string[]>> = {
  "#bigint": (value) =>
    typeof value === "string" && /^-?[0-9]+$/.test(value) ? [] : ["#bigint is digits"],
  "#tup": (value) => wrongsInList(value),
  "#set": (value) => wrongsInList(value),
  "#map": (value) =>
    Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2)
      ? value.flatMap(wrongsInList)
      : ["#map is an array of pairs"],
  "#unserializable": (value) => (typeof value === "string" ? [] : ["#unserializable is a text"]),
};

const wrongsInList = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(wrongsInExpression) : ["a list is an array"];

const wrongsInExpression = (value: unknown): string[] => {
  if (typeof value === "boolean" || typeof value === "string") return [];
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? [] : [`${value} is no integer that JSON can hold`];
  if (Array.isArray(value)) return wrongsInList(value);
  if (!isObject(value)) return [`${JSON.stringify(value)} is no expression`];
  const names = Object.keys(value);
  const special = names.find((name) => name.startsWith("#"));
  if (special === undefined) return Object.values(value).flatMap(wrongsInExpression);
  const form = forms[special];
  return form && names.length === 1 ? form(value[special]) : [`${special} is no form`];
};
