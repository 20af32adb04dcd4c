import type { Invariant } from "./invariant.ts";
import type { PrivacyPromise } from "./promise.ts";
import { traits, type RelationalRule } from "./relational.ts";

/**
 * An invariant as a paragraph that somebody who does not program can sign: its sentence, then what exactly is checked,
 * told through the sentences of its nouns. No identifiers, no symbols.
 */
export const paragraph = (invariant: Invariant): string => {
  const { says, forTheSame, nouns } = invariant;
  const same =
    forTheSame.length > 0
      ? ` This is asked for ${listed(forTheSame.map((name) => `each ${words(name)}`))}.`
      : "";
  const except = nouns["unless"] ? ` It does not apply when ${nouns["unless"].says}.` : "";
  return `${sentence(says)} ${checked(invariant)}${except}${same}`;
};

/** A promise as paragraphs: the sentence, its source, how it is read, and every invariant. */
export const promiseParagraphs = ({
  title,
  says,
  source,
  reading,
  rejected,
  invariants,
}: PrivacyPromise): string[] => [
  `${sentence(title)} ${sentence(says)} The source is the ${source}.`,
  ...(reading ? [`We read it like this: ${sentence(reading)}`] : []),
  ...(rejected ? [`We rejected another reading: ${sentence(rejected)}`] : []),
  ...invariants.map(paragraph),
];

const checked = ({ pattern, nouns, duration, rule }: Invariant): string => {
  const noun = (role: string): string => nouns[role]!.says;
  const units = `${duration} ${duration === 1 ? "day" : "days"}`;
  switch (pattern) {
    case "never":
      return `It must never happen that ${noun("what")}${nouns["after"] ? `, after ${noun("after")}${nouns["until"] ? ` and until ${noun("until")}` : ""}` : ""}. This is put to the test whenever ${noun("outOf")}.`;
    case "always":
      return `Whenever ${noun("whenever")}, it must be so that ${noun("holds")}.`;
    case "before":
      return `Whenever ${noun("whenever")}, it must already be so that ${noun("mustAlready")}.`;
    case "since":
      return `Whenever ${noun("whenever")}, it must already be so that ${noun("mustAlready")}, and that counts only until ${noun("since")}.`;
    case "atMostOnce":
      return `It happens at most once that ${noun("what")}${nouns["per"] ? `, counted anew each time that ${noun("per")}` : ""}${nouns["unless"] ? `, as long as it was not so that ${noun("unless")}` : ""}.`;
    case "within":
      return `Whenever ${noun("whenever")}, it must follow within ${units} that ${noun("mustFollow")}.`;
    case "notBefore":
      return `It must not happen that ${noun("what")} unless it was so at least ${units} earlier that ${noun("after")}.`;
    case "leadsTo":
      return `Whenever ${noun("whenever")}, it must follow in the end that ${noun("mustFollow")}, once nobody does anything more and nothing fails any more.${nouns["already"] ? ` Nothing needs to follow where it was already so that ${noun("already")}${nouns["since"] ? `, which counts only until ${noun("since")}` : ""}.` : ""}`;
    case "possible":
      return `It must be possible that ${noun("what")}; a run that shows it is asked for.`;
    case "indistinguishable":
      return comparison(rule as RelationalRule);
    case "confined":
      return `Whenever ${noun("whenever")}, the reader must be one of those the message was written for, or have been given it by somebody who could rightly read it. Giving means that ${noun("shared")}.`;
  }
};

/** What is compared with what, and by whom. */
const comparison = ({ observer, secret, traits: chosen }: RelationalRule): string =>
  [
    `Two runs are taken that differ in nothing but ${secret.says}`,
    "texts" in secret
      ? ": in the second run other texts stand there, and both may be known."
      : ": in the second run nothing of the kind is done.",
    ` Whoever is ${observer.says} must not be able to tell in which of the two it is, by whatever it can work out from what it sees`,
    chosen.length > 0 ? `; it sees also ${listed(chosen.map((trait) => traits[trait]))}.` : ".",
  ].join("");

const sentence = (text: string): string => {
  const trimmed = text.trim();
  const opened = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(opened) ? opened : `${opened}.`;
};

const words = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
