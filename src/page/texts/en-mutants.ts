import { counted, listed } from "../../report/words.ts";

const percent = (killed: number, judged: number): string =>
  judged === 0 ? "nothing" : `${Math.floor((100 * killed) / judged)} %`;

/** The texts of the page of mutants. */
export const mutants = {
  notTried: "Nobody has tried yet what the promises would catch: sealcheck mutate does.",
  score: (percentNoticed: number, judged: number) =>
    `${percentNoticed} % of ${judged.toLocaleString("en")} small breaks are noticed`,
  nothingToJudge: "no break was tried that counts",
  says: "A mutant is the protocol with one small thing broken. Each was played in the scenarios that come near what it changes, until a promise broke or the effort was used up. A promise is worth what it would have caught.",
  effort: (first: string, second: string) =>
    `Each mutant was tried in up to ${first}; one that was not noticed by then in up to ${second}. The scenarios near it share that. Whatever needs more to show is not noticed here.`,
  bounds: ({ states, faulty, runs }: Readonly<Record<"states" | "faulty" | "runs", number>>) =>
    listed([
      counted(states, "state"),
      ...(faulty > 0 ? [`${counted(faulty, "state")} with each kind of fault`] : []),
      counted(runs, "random story", "random stories"),
    ]),
  versions: "Versions whose mutants were tried",

  otherModels: (protocol: string) =>
    `These mutants were tried on other models than this report is about, so what follows may not be so any more. To try them anew: sealcheck mutate --protocol ${protocol}`,
  otherDeclared: (protocol: string) =>
    `Sabotages or accepted survivors have changed since these mutants were tried. To try them anew: sealcheck mutate --protocol ${protocol}`,
  untried: (count: number) =>
    `There was no time for ${counted(count, "mutant")}, so every figure here is about the others.`,
  someOnly: "Only some mutants were asked for, so every figure here is about these.",
  untriedNames: "Those that were not tried",

  shares: {
    promises: (n: number) => `${n.toLocaleString("en")} noticed by a promise`,
    reported: (n: number) => `${n.toLocaleString("en")} only told by reports`,
    accepted: (n: number) => `${n.toLocaleString("en")} not noticed, for a reason`,
    open: (n: number) => `${n.toLocaleString("en")} not noticed, and nobody says why`,
  },
  discharged: ({ same, alike, refused }: Readonly<Record<"same" | "alike" | "refused", number>>) =>
    same + alike + refused === 0
      ? ""
      : `${(same + alike + refused).toLocaleString("en")} more do not count: ${listed([
          ...(same > 0 ? [`${same} ${same === 1 ? "is" : "are"} the same machine`] : []),
          ...(alike > 0 ? [`${alike} cannot be told from the honest version`] : []),
          ...(refused > 0 ? [`${refused} ${refused === 1 ? "is no model" : "are no models"}`] : []),
        ])}.`,
  unreachedOf: (n: number) => `No scenario comes to ${n} of those that nobody noticed.`,
  sabotagesNoticed: (noticed: number, all: number) =>
    all === 0
      ? "No sabotage is declared."
      : `${noticed} of ${counted(all, "sabotage")} ${noticed === 1 ? "is" : "are"} noticed by what they name.`,

  survivors: "What nobody noticed",
  noSurvivors: "Every mutant that counts is noticed.",
  openSurvivors: (count: number) =>
    `${counted(count, "mutant")} ${count === 1 ? "survives" : "survive"}, and nobody says why ${count === 1 ? "it may" : "they may"}. The gate is shut by ${count === 1 ? "it" : "them"}.`,
  allAccepted: (count: number) =>
    `${counted(count, "mutant")} ${count === 1 ? "survives" : "survive"}. Somebody has said of each why it may:`,
  acceptedToo: (count: number) =>
    `Of ${count.toLocaleString("en")} others somebody has said why they may:`,
  around: (sentences: number, scenarios: number) =>
    `Used in ${counted(scenarios, "scenario")}; ${sentences === 0 ? "nothing was" : sentences === 1 ? "one sentence was" : `${sentences} sentences were`} put to the test there${sentences === 0 ? "." : ":"}`,
  unreached: "No scenario comes to it.",
  moreReasons: (count: number) => `and ${count} more reasons`,
  because: (reason: string) => `It may: ${reason}`,

  weak: "Promises to look at",
  toothless: (id: string) =>
    `${id} is toothless: no mutant breaks it, so nobody knows what it would catch.`,
  single: "Noticed one single mutant, so little is known of what they would catch:",
  redundant: "Never broke alone, so they may say what another one says already:",
  alwaysWith: (id: string, times: number, others: readonly string[]) =>
    `${id}, broken ${times} times, never without ${listed(others)}`,
  strong: "Every sentence noticed something that no other one notices as well.",

  matrix: "Who noticed what",
  matrixSays:
    "A row for each promise, a column for each kind of break. Of the mutants around which the promise was put to the test and which it noticed or nobody did, so many it noticed. The stronger the colour, the more. A figure leads to its mutants.",
  promise: "Promise",
  all: "all",
  cell: (row: string, operator: string, killed: number, judged: number) =>
    `${killed}/${judged} noticed: ${operator}, ${row}`,
  expand: (id: string) => `Every sentence of ${id}`,
  anything: "anything",
  anythingSays: "Promises and reports together, of all mutants that count",
  reports: "reports only",
  reportsSays: "No promise breaks, and every report tells of it",
  legend: { none: "put to the test, noticed none", few: "few", many: "many" },

  chosen: (row: string) => `What ${row} would have caught`,
  choose: "Promises",
  caught: (killed: number, sabotages: number) =>
    `It noticed ${counted(killed, "mutant")}${sabotages > 0 ? `, ${sabotages} of them sabotage` : ""}.`,
  caughtOf: (operator: string, killed: number) => `Of the kind “${operator}” it noticed ${killed}.`,
  everyKind: "Show every kind",
  notices: "It notices this",
  noticesNone: "Nothing.",
  passes: (count: number) => `And not this, although it was put to the test around it (${count})`,
  passesSays:
    "Nobody noticed these. Whether this promise should have is for you to judge; much of it is no matter of this promise.",
  more: (count: number) => `and ${count.toLocaleString("en")} more`,
  sentences: "Sentence by sentence",
  invariantCaught: (killed: number, judged: number) =>
    `noticed ${killed} of ${judged} (${percent(killed, judged)})`,

  inMoves: (moves: number) => `in ${counted(moves, "move")}`,
  neverShows: "what is to be possible never is",
  toldByReports: "told by reports",
  noticedBy: "Noticed by",
  story: (id: string, scenario: string, moves: number) =>
    `How ${id} breaks, in ${scenario}, in ${counted(moves, "move")}:`,
  shortest: "No story without faults is shorter there.",
  notShortest: "A shorter story may be there.",
  never: (id: string, scenarios: number) =>
    `${id}: in ${counted(scenarios, "scenario")} it shows in the honest version, and here in twice as many states never.`,
  alsoNoticed: "Others that noticed it:",
  changed: "What was changed",
  mustNotice: (ids: readonly string[]) => `Must be noticed by ${listed(ids)}`,
  notNoticed: (ids: readonly string[]) => `not noticed by ${listed(ids)}`,

  ofPromise: "Which mistakes it catches",
  ofPromiseUnder: (
    protocol: string,
    { killed, survived, sabotages }: Readonly<Record<"killed" | "survived" | "sabotages", number>>,
  ) =>
    killed === 0
      ? `No mutant of ${protocol} breaks it, so nobody knows what it would catch.`
      : `It noticed ${counted(killed, "mutant")} of ${protocol}${sabotages > 0 ? `, ${sabotages} of them sabotage` : ""}; ${survived} passed it by unnoticed.`,
  ofPromiseMore: "See which",

  parts: "Part by part",
  part: "Part",
  noticed: "Noticed",
  survived: "Not noticed",
  share: "Share",

  sabotages: "Sabotage",
  sabotagesSay: "Written by hand, each with the promises that must notice it.",

  apart: "The rest, sort by sort",
  outcome: {
    same: {
      title: (n: number) => `The same machine (${n})`,
      says: "On every event that ever comes up, from every state, it emits the same, arms the same timers and looks the same. That holds without a bound.",
    },
    alike: {
      title: (n: number) => `Alike (${n})`,
      says: "Nobody can tell it from the honest version where all states were visited: the two are bisimilar on facts, choices and time, with what was changed in use.",
    },
    refused: {
      title: (n: number) => `No model (${n})`,
      says: "It fails or never comes to rest, so nobody could run it.",
    },
    reported: {
      title: (n: number) => `Only told by reports (${n})`,
      says: "No promise breaks. Every report would tell of an event that no state names, or of something that never comes up any more. They count as noticed.",
    },
    unreached: {
      title: (n: number) => `Not reached (${n})`,
      says: "No scenario comes to what was changed. They count as not noticed.",
    },
  },
  unasked: (n: number) => `Never asked (${n})`,
  unaskedSays:
    "Events that never come in a state, as far as scenarios go. A mutant that takes them there would change nothing, so there is none.",

  operators: {
    "drop transition": "an event finds nobody",
    retarget: "a transition leads to another state",
    "repeat action": "something is done twice",
    "add transition": "something is done in a state that it is not for",
    "drop action": "something is not done",
    "drop effect": "something does not come of it",
    "widen recipients": "somebody else learns it as well",
    "repeat effect": "something comes of it twice",
    stay: "a transition does not change the state",
    "drop guard": "a condition is not asked",
    "negate guard": "a condition is turned around",
    "weaken guard": "a condition lets more pass",
    mistarget: "the next of its kind gets it",
    "reorder actions": "two things are done in the wrong order",
    "forget field": "something is not remembered, or not forgotten",
    narrow: "only the first of several gets it",
    "never after": "what is due never happens",
    "too late": "what is due happens far too late",
    "too soon": "what is due happens at once",
    "drop entry or exit": "nothing is done on the way in or out",
    "drop tag": "a state does not show what it is",
    sabotage: "written by hand",
  } as Readonly<Record<string, string>>,
};
