import type { KnownMutant } from "./mutants-report.ts";
import { sentence, words } from "./words.ts";

/** What of a mutant its words are made of. */
type Told = Pick<KnownMutant, "operator" | "part" | "spot" | "diff">;

/**
 * What goes wrong in a mutant, as a sentence made of what its operator does and of the model's own names. `who` is the
 * part, in words: where several of one part are told, `it` is enough.
 */
export const mutantWords = (mutant: Told, who = `the ${words(mutant.part)} machine`): string => {
  const { operator, diff, spot } = mutant;
  // Whoever wrote it says what goes wrong.
  if (operator === "sabotage") return sentence(diff.join(" ").replace(/^\+ /, ""));
  const does = predicates[operator] ?? (({ when }) => `is changed by “${operator}” ${on(when)}`);
  const told = [occasion(spot), who, does(spot)].filter(Boolean).join(" ");
  return sentence(told.replaceAll(/ +/g, " "));
};

type Spot = Told["spot"];

const quoted = (name = ""): string => `“${words(name)}”`;

/** A state as it is known within its machine. */
const target = (name = ""): string => quoted(name.replace(/^#[^.]*\.|^\./, ""));

/** When it goes wrong. */
const occasion = ({ state, when }: Spot): string => {
  if (state === undefined) return "";
  if (when === "entry") return `on entering ${quoted(state)},`;
  if (when === "exit") return `on leaving ${quoted(state)},`;
  return `while ${quoted(state)},`;
};

const after = /^after (.*)$/;

const on = (when = ""): string => {
  const [, delay] = after.exec(when) ?? [];
  if (delay !== undefined) return `after ${quoted(delay)}`;
  if (when === "entry" || when === "exit" || when === "") return "";
  if (when === "always") return "when it goes on by itself";
  return when === "done" ? "when all in it is done" : `on ${quoted(when)}`;
};

/** It does what a transition says. */
const acts = (when = ""): string => (when === "always" ? "goes on by itself" : `acts ${on(when)}`);

const actsNot = (when = ""): string =>
  when === "always" ? "does not go on by itself" : `does nothing ${on(when)}`;

/** What an effect brings about. */
const effect = (rule = ""): string => {
  const [, fact] = /^states (.*)$/.exec(rule) ?? [];
  return fact === undefined ? (effects[rule] ?? quoted(rule)) : `the fact ${quoted(fact)}`;
};

const effects: Readonly<Record<string, string>> = {
  send: "what is to be sent",
  tell: "what another part is to be told",
  keep: "what is to be kept",
  learn: "what somebody is to learn",
  remember: "what is to be remembered",
  erase: "what is to be erased",
  purge: "what is to be deleted",
};

const predicates: Readonly<Record<string, (spot: Spot) => string>> = {
  "drop guard": ({ when, what }) => `${acts(when)} without asking ${quoted(what)}`,
  "negate guard": ({ when, what }) => `${acts(when)} only where ${quoted(what)} is not so`,
  "weaken guard": ({ when, instead }) => `${acts(when)} also where ${quoted(instead)} is so`,
  "drop transition": ({ when }) => actsNot(when),
  retarget: ({ when, what, instead }) =>
    `turns to ${target(instead)} and not to ${target(what)} ${on(when)}`,
  stay: ({ when, what }) => `does not turn to ${target(what)} ${on(when)}`,
  "add transition": ({ when, instead }) =>
    `${acts(when)} as in another state${instead === undefined ? "" : `, and turns to ${target(instead)}`}`,
  "drop action": ({ when, what }) => `leaves out ${quoted(what)} ${on(when)}`,
  "repeat action": ({ when, what }) => `does ${quoted(what)} twice ${on(when)}`,
  "reorder actions": ({ when, what, instead }) =>
    `does ${quoted(instead)} before ${quoted(what)} ${on(when)}`,
  "drop entry or exit": () => "does nothing of what it should",
  "forget field": ({ when, what }) =>
    `leaves ${quoted(what)} as it was when it does ${quoted(when)}`,
  "drop tag": ({ what }) => `does not show that it is ${quoted(what)}`,
  "never after": ({ when }) => `never does what is due ${on(when)}`,
  "too late": ({ when }) => `does far too late what is due ${on(when)}`,
  "too soon": ({ when }) => `does at once what is due ${on(when)}`,
  "drop effect": ({ when, what }) => `leaves out ${effect(what)} ${on(when)}`,
  "repeat effect": ({ when, what }) => `brings about ${effect(what)} twice ${on(when)}`,
  narrow: ({ when, what }) =>
    `brings about ${effect(what)} for the first of several only ${on(when)}`,
  mistarget: ({ when, what }) =>
    `lets the next of its kind have ${effect(what)} instead ${on(when)}`,
  "widen recipients": ({ when, instead }) =>
    `lets ${quoted(instead)} have what ${quoted(when)} carries`,
};
