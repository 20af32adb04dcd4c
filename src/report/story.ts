import type { Fact } from "../promise/index.ts";
import { derivationWords, type Indented } from "./derivation-words.ts";
import { factWords, valueWords } from "./fact-words.ts";
import { moveWords } from "./move-words.ts";
import { columnsOf, differenceWords, type PairColumns } from "./pair-words.ts";
import type { Fields, RunReport, RunTrace } from "./run.ts";
import { listed, sentence, words } from "./words.ts";

/** A broken promise as a story: what was promised, what happened step by step, and how a reader came to know. */
export interface Story {
  /** The invariant's own sentence. */
  readonly says: string;
  /** Whom and what it is about, e.g. "person ana and message m1"; empty if it binds nothing. */
  readonly about: string;
  readonly before: readonly string[];
  readonly steps: readonly StoryStep[];
  /** What breaks it where no single step does. */
  readonly ending: string | undefined;
  /** What would have prevented it. */
  readonly prevented: string | undefined;
  /** How adversaries came by what they made up, and how whoever breaks it came to know what they should not. */
  readonly derivations: readonly { readonly title: string; readonly lines: readonly Indented[] }[];
  /** Both runs side by side, where two are compared. */
  readonly columns: PairColumns | undefined;
}

export interface StoryStep {
  /** From 1. */
  readonly number: number;
  readonly move: string;
  /** The facts that matter to what broke. */
  readonly facts: readonly string[];
  /** Parts that are in another state now, e.g. "ana.phone/shop: closed → open". */
  readonly changes: readonly string[];
  readonly breaks: boolean;
  /** Whether it led to the break; if not, it could have been otherwise. */
  readonly matters: boolean;
}

/** What a story is told from; a trace of a report, or one that was just replayed. */
export type Told = Pick<
  RunTrace,
  | "invariant"
  | "binding"
  | "setUp"
  | "steps"
  | "brokenAt"
  | "repeatsFrom"
  | "fact"
  | "derivation"
  | "pair"
> &
  Partial<Pick<RunTrace, "mattered" | "prevented">>;

/** Tells a broken promise. */
export const storyOf = (promises: RunReport["promises"], told: Told): Story => {
  const invariant = promises
    .flatMap(({ invariants }) => invariants)
    .find(({ id }) => id === told.invariant);
  const { setUp, steps, fact, derivation } = told;
  const types = new Set(invariant?.facts);
  return {
    says: sentence(invariant?.says ?? told.invariant),
    about: listed(
      Object.entries(told.binding).map(([name, value]) => `${words(name)} ${valueWords(value)}`),
    ),
    before: setUp.map(moveWords),
    steps: steps.map(({ move, facts, changes }, index) => ({
      number: index + 1,
      move: moveWords(move),
      facts: facts
        .filter((one) => same(one, fact) || (types.has(one.type) && concerns(one, told.binding)))
        .map(factWords),
      changes: changes.map(({ part, from, to }) => `${part}: ${from} → ${to}`),
      breaks: told.brokenAt === index + 1,
      matters: told.mattered?.includes(index + 1) ?? true,
    })),
    ending: endingOf(told),
    prevented: preventedWords(told),
    derivations: [
      ...steps.flatMap(({ made }, index) =>
        made
          ? [{ title: `What was sent in step ${index + 1}:`, lines: derivationWords(made) }]
          : [],
      ),
      ...(derivation && fact
        ? [
            {
              title: `How ${fact["by"]} came to know "${fact["message"]}":`,
              lines: derivationWords(derivation),
            },
          ]
        : []),
    ],
    columns: told.pair && columnsOf(told.pair),
  };
};

const preventedWords = ({ prevented }: Told): string | undefined => {
  if (!prevented) return undefined;
  const { step } = prevented;
  return prevented.by === "order"
    ? `It would not have happened, had step ${step} come before step ${step - 1}.`
    : `It would not have happened with one more move before step ${step}: ${moveWords(prevented.move)}.`;
};

const endingOf = ({ brokenAt, repeatsFrom, steps, pair }: Told): string | undefined => {
  if (pair) return differenceWords(pair);
  if (brokenAt === "end")
    return "Nothing more can happen now, and what was promised has not happened.";
  if (brokenAt !== "for ever") return undefined;
  const again = repeatsFrom === steps.length ? "This last step" : `All from step ${repeatsFrom} on`;
  return `${again} can repeat for ever, with everybody's messages and timers getting their turn, and what was promised never happens.`;
};

const same = (one: Fact, other: Fact | undefined): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);

/** Whether a fact says nothing of anybody else than the break is about. */
const concerns = (fact: Fact, binding: Fields): boolean =>
  Object.entries(binding).every(([name, value]) => !(name in fact) || fact[name] === value);
