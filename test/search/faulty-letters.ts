import {
  atMostOnce,
  compose,
  confined,
  leadsTo,
  notBefore,
  possible,
  promise,
  protocol,
  scenario,
  since,
  within,
} from "../../src/index.ts";
import type { Task } from "../../src/search/index.ts";
import type { Scenario } from "../../src/world/index.ts";
import { everyFault, everything, letters, words } from "../world/letters.ts";

const { noun } = words;
const forTheSame = ["message"];
const wrote = noun({ of: "wrote", says: "somebody writes a letter" });
const read = noun({ of: "read", says: "somebody reads a letter" });
const stored = noun({ of: "stored", says: "a letter is kept" });
const erased = noun({ of: "erased", says: "a letter is thrown away" });

/** What the letters promise. All but what is possible breaks, each by another bug or fault. */
export const invariants = {
  /** Bob shows his drawer to Cyd. */
  private: confined({
    says: "only Ana and Bob read letters",
    whenever: noun({
      of: "learned",
      says: "somebody reads a letter",
      naming: ({ by }) => ({ reader: by }),
    }),
    shared: noun({ of: "noted", says: "nobody lets anybody read", when: () => false }),
    audience: () => ["ana", "bob"],
  }),
  /** A letter is dropped. */
  arrives: leadsTo({ says: "letters are read", whenever: wrote, mustFollow: read, forTheSame }),
  /** Ana's phone crashes before it notes what it sent. */
  noted: leadsTo({
    says: "letters are noted",
    whenever: wrote,
    mustFollow: noun({ of: "noted", says: "a letter is noted" }),
    forTheSame,
  }),
  /** Letters are thrown away after ten days only. */
  erasedSoon: within({
    says: "letters are thrown away within a week",
    whenever: stored,
    mustFollow: erased,
    within: 7,
    forTheSame,
  }),
  /** Bob's clock runs ahead. */
  keptLong: notBefore({
    says: "nothing is thrown away before ten days are over",
    what: noun({ of: "expired", says: "letters expire" }),
    after: stored,
    atLeast: 10,
  }),
  /** A letter is duplicated, or copied by Ana. */
  readOnce: atMostOnce({ says: "letters are read once", what: read, forTheSame }),
  /** Bob's phone restarts, and keeps the drawer all the same. That it restarts concerns every letter. */
  shownOnlyFresh: since({
    says: "what is shown was read since the last restart",
    forTheSame,
    whenever: noun({ of: "disclosed", says: "a letter is shown" }),
    mustAlready: noun({ of: "read", says: "a letter is read" }),
    since: noun({
      of: "restarted",
      says: "Bob's phone restarts",
      when: ({ by }) => by === "bob.phone",
    }),
  }),
  showing: possible({
    says: "showing is possible",
    what: noun({ of: "disclosed", says: "a letter is shown" }),
  }),
  /** There is no ninth letter. */
  losingTheNinth: possible({
    says: "a ninth letter is lost",
    what: noun({
      of: "dropped",
      says: "the ninth letter is lost",
      when: ({ message }) => message.includes("9"),
    }),
  }),
} as const;

export const breaking = [
  "private",
  "arrives",
  "noted",
  "erasedSoon",
  "keptLong",
  "readOnce",
  "shownOnlyFresh",
] as const;

const promises = [
  promise({
    id: "letters",
    title: "Letters are private",
    says: "nobody but the two of them reads letters, and none is lost",
    source: "these tests",
    invariants,
  }),
];

const everyLetter = Array.from({ length: 8 }, (_, at) => `letter ${at + 1} of ana`);

/** A task about letters; `over` changes the scenario, `post` the channel. */
export const lettersTask = (
  over: Partial<Scenario> = {},
  post: Parameters<typeof letters>[0] = {},
): Task => {
  const byPost = protocol<object>({
    name: "by post",
    says: "letters by post",
    compose: () => compose(letters(post), { domains: { message: everyLetter } }),
  });
  const story = scenario<object>({
    says: "Ana writes to Bob, and things go wrong",
    protocols: [byPost],
    cast: {},
    mayDo: everything.mayDo,
    bound: { moves: 20, ...everything.bound },
    faults: everyFault,
  });
  return {
    scenario: { ...story, ...over } as Scenario,
    scenarioName: "faulty-letters",
    protocol: byPost as Task["protocol"],
    promises,
  };
};
