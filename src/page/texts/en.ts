import { difference } from "./en-difference.ts";
import type { LedgerStatus } from "../../report/ledger-status.ts";
import { counted, listed, numberWord } from "../../report/words.ts";
import { mutants } from "./en-mutants.ts";

/** A status in words, what it means, and its look. */
export interface StatusText {
  readonly word: string;
  readonly means: string;
}

const status: Readonly<Record<LedgerStatus, StatusText>> = {
  broken: {
    word: "broken",
    means:
      "A story breaks the promise. It was confirmed on live actors, and no move can be left out of it.",
  },
  "held, exhaustively within bounds": {
    word: "held in every state",
    means:
      "Every state within the bounds shown was visited, and nothing breaks it there. Beyond the bounds this says nothing.",
  },
  "held, sampled": {
    word: "held in samples",
    means:
      "It was put to the test as often as shown, and no run broke it. A run that nobody drew still might.",
  },
  untested: { word: "untested", means: "Nothing put it to the test, so nothing is known." },
  notApplicable: {
    word: "does not apply",
    means: "It cannot come up in this version, for the reason given.",
  },
  inconclusive: { word: "not settled", means: "The search was stopped before it could tell." },
  "truth gap": {
    word: "truth gap",
    means:
      "What people are told is true of the wire and not of the desk behind it; accepted for the reason given.",
  },
  "not checked": { word: "not checked", means: "No promise of the models speaks of it." },
};

/** Every text of the page in English. Another language is another object of this shape. */
export const en = {
  name: "sealcheck",
  title: "Privacy promises",
  loading: "Decoding …",
  skip: "Skip to the content",
  modelResult:
    "A finding is a result on models of a protocol, never a claim about a deployed product.",

  nav: {
    label: "Pages",
    promises: "Promises",
    difference: "Difference",
    gate: "Gate",
    ledger: "Ledger",
    scenarios: "Scenarios",
    explore: "Explore",
    coverage: "Coverage",
    mutants: "Mutants",
    models: "Machines",
    about: "About",
  },
  settings: {
    plain: "Plain words",
    plainOn: "Figures are hidden",
    theme: { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" },
  },

  status,
  kinds: { privacy: "privacy promise", service: "service promise" },

  headline: {
    under: "Under",
    /** Of promises that were judged, so many are broken. */
    broken: (broken: number, of: number) =>
      broken === of
        ? `all ${counted(of, "promise")} are broken.`
        : broken === 0
          ? `no promise was broken.`
          : `${broken} of ${counted(of, "promise")} ${broken === 1 ? "is" : "are"} broken.`,
    unexpected: (count: number) =>
      `${counted(count, "finding")} ${count === 1 ? "is" : "are"} not as the scenarios expect.`,
    asExpected: "Everything turned out as the scenarios expect.",
    partial: "The search was stopped early: this is what it had found.",
    versions: "Versions of the protocol",
    variants: (count: number) => `Variants made for single scenarios (${count})`,
    count: {
      broken: (n: number) => `${n} broken`,
      held: (n: number) => `${n} held`,
      open: (n: number) => `${n} open`,
      apart: (n: number) => `${n} not applicable`,
    },
  },

  verdict: {
    worstFirst: "Promises, worst first",
    inMoves: (moves: number) => `in ${counted(moves, "move")}`,
    story: "See how",
    tested: (times: number) => `put to the test ${counted(times, "time")}`,
    breakableBy: (protocol: string, moves: number) =>
      `under ${protocol} it breaks in ${counted(moves, "move")}`,
    neverTested: "never put to the test",
    in: (scenarios: number) => `in ${counted(scenarios, "scenario")}`,
    unexpected: "not as expected",
    source: (source: string) => `Source: ${source}`,
  },

  basis: {
    title: "What this rests on",
    assumptions: "Taken for granted",
    noAssumptions: "This version names no assumption.",
    bounds: "How far it was searched",
    runs: (runs: number) => `${counted(runs, "random run")} of each scenario that was sampled`,
    exhaustive: (count: number) => `${counted(count, "scenario")} visited state by state`,
    states: (count: number) => counted(count, "state"),
    sampled: (count: number) => `${counted(count, "scenario")} sampled`,
    seed: (seed: number) => `seed ${seed}`,
    widest: "Widest limits",
    passMeans: "What a pass does not say",
    passSays:
      "Never “secure”. It says: within these bounds and under these assumptions, no story was found that breaks the promise.",
    breakable: "What it takes to break it",
    breakableBy: (protocol: string, moves: number) =>
      `Under ${protocol} it breaks in ${counted(moves, "move")}, so the promise is one that can be broken.`,
    unbreakable:
      "No version in this report breaks it. Whether anything could, this report does not show.",
  },

  ledger: {
    title: (source: string) => `Every statement of the ${source}`,
    statement: "Statement",
    checkedBy: "Checked by",
    notes: "Notes",
    gap: (because: string) => `Truth gap accepted: ${because}`,
    notYet: (what: string) => `Not yet checked: ${what}`,
    notCheckable: (because: string) => `Not checkable: ${because}`,
    none: "This project declares no ledger.",
  },

  promise: {
    under: (protocol: string) => `under ${protocol}`,
    of: (id: string, title: string) => `${id} · ${title}`,
    shortest: "The shortest story that breaks it",
    otherStories: "Other stories",
    open: "Open, step by step",
    evidence: "Evidence, scenario by scenario",
    scenario: "Scenario",
    verdict: "Verdict",
    times: "Put to the test",
    searched: "Searched",
    expected: "Expected",
    elsewhere: "Under the other versions",
    expects: {
      holds: "holds",
      breaks: "breaks",
      notApplicable: "does not come up",
    },
    checked: "What exactly is checked",
    reading: "How it is read",
    rejected: "Other readings, and why not",
    formula: "As a formula",
    unknown: (id: string) => `This report has no promise called ${id}.`,
    back: "All promises",
  },

  trace: {
    broken: (id: string) => `${id} is broken`,
    in: (scenario: string, protocol: string) => `in ${scenario}, under ${protocol}`,
    about: (what: string) => `It is about ${what}.`,
    before: (what: string) => `Before the story: ${what}.`,
    expected: (because: string) => `Expected: ${because}`,
    unexpected: "Nobody expected this.",
    shown: "Story",
    step: (step: number, of: number) =>
      step === 0 ? "Before the first step" : `Step ${step} of ${of}`,
    spoken: (step: number, of: number, what: string) => `Step ${step} of ${of}: ${what}`,
    first: "First",
    previous: "Back",
    next: "Next",
    last: "Last",
    violation: "The moment it breaks",
    violationMark: "Here the promise is broken",
    start: "Before the first step",
    firstRun: "The first run",
    secondRun: "The second run",
    whichRun: "Machines of which run",
    runsPart: "Here the runs part",
    runsTold: "Here they can be told apart",
    sideBySide: "Both runs on their stages, step by step",
    repeats: "From here to the end, all can repeat for ever",
    keys: (breaks: boolean) =>
      `Arrow keys step, Home and End jump${breaks ? ", V shows the moment it breaks" : ""}.`,
    replay: "Replay it on a command line",
    copy: "Copy",
    copied: "Copied",
    by: (part: string) => `What brings it about: ${part}`,
    mermaid: "Copy as Mermaid",
    svg: "Save as SVG",
    png: "Save as PNG",
    unknown: (key: string) => `This report has no story called ${key}.`,
    unstaged:
      "The scenes of this story are not at hand, so it is drawn from the report alone: what travels inside messages is not shown.",
    what: "What happens",
    legend: {
      reads: "can read the message",
      forbidden: "reads it, and must not",
      holds: "has it under lock, and cannot read it",
    },
    anotherAsk: "What else could happen here?",
    explored: "Your own story",
  },

  inspector: {
    knowledge: "Who can read what",
    message: "Message",
    nobody: "No message has been written yet.",
    why: "Why?",
    whyTitle: (by: string, message: string) => `How ${by} came to read “${message}”`,
    observed: "Newly seen in this step",
    difference: "What changed in this step",
    nothing: "Nothing changed.",
    was: "before",
    is: "after",
    absent: "—",
    channels: "On the way",
    channelsEmpty: "Nothing is on its way.",
    stores: "What is kept",
    storesEmpty: "No store holds anything.",
    promises: "Promises at this moment",
    promisesNone: "No promise has been put to the test yet.",
    tested: (times: number) => `tested ${times}×`,
    brokenFor: (who: string) => (who === "" ? "broken" : `broken for ${who}`),
    owedTo: (who: string) => (who === "" ? "still owed" : `still owed for ${who}`),
    kept: "kept so far",
    machines: "Machines at this moment",
    machinesSay: "Active states are filled; what this step did is drawn thick.",
    changedHere: "changed in this step",
    remembers: "Remembers",
    sections: {
      parts: "states",
      memory: "memory",
      channels: "channels",
      stores: "stores",
      knowledge: "knowledge",
      timers: "timers",
      offline: "offline",
      promises: "promises",
    },
  },

  explore: {
    title: "Explore",
    says: "Choose who does what, and see what it breaks. Everything is computed in this page, on the models that travel with it.",
    choose: "Begin with a scenario",
    offers: "What may happen next",
    none: "Nothing more can happen.",
    rest: "Nothing more happens by itself.",
    breaks: (ids: readonly string[]) => `breaks ${listed(ids)}`,
    back: "Take the last move back",
    again: "Start over",
    regression: "Copy as a regression",
    file: "Copy as a trace",
    missing:
      "The models do not travel with this page. Start sealcheck explore in the project; it serves them, or says why it cannot.",
    brokenBy: (id: string) => `This story breaks ${id}.`,
    nothingYet: "Nothing has happened yet.",
    nothingBroken: "So far nothing is broken.",
    byItself: "Happens by itself",
    failure: "Goes wrong",
    attack: "The adversary acts",
    choice: "Somebody decides",
  },

  scenarios: {
    title: "Scenarios",
    says: "Each scenario is a cast with some freedom, played under several versions of the protocol.",
    leftOut: "Not searched",
    surprises: "Not as expected",
    status: {
      passed: "as expected",
      failed: "not as expected",
      insufficient: "evidence insufficient",
      skipped: "not begun",
    },
  },

  coverage: {
    title: "What the parts can do, and did",
    says: "A promise that nothing can break is not yet a promise kept: perhaps the machine that would break it never gets there.",
    seen: (seen: number, declared: number) =>
      `${seen.toLocaleString("en")} of ${declared.toLocaleString("en")} states, transitions and choices came up`,
    overall: "All versions together",
    never: "What never came up",
    all: (count: number) => `All ${count}`,
    allSeen: "Everything that the parts declare came up.",
    standing: {
      dead: "never comes up, and nobody says why",
      contradicted: "came up, and was said not to",
      never: "never comes up",
      "not seen": "not seen",
      explained: "never comes up, for a reason",
    },
    passes: "How far every state was visited",
    states: "States",
    moves: "Moves",
    depth: "Depth",
    faults: "Faults",
    complete: "every state",
    stopped: (why: string) => `stopped: ${why}`,
    kinds: { state: "state", transition: "transition", intent: "choice" },

    heat: "How often, machine by machine",
    heatSays: (factor: number) =>
      `Every search of this report counts. The stronger the colour of a state and the thicker a line, the more often: from one degree to the next by a factor of ${numberWord(factor)}. What is dashed or in italics never came up.`,
    nothing: "This report searched nothing, so that nothing came up.",
    pairs: (pairs: number) => `${counted(pairs, "pair")} of a local state and an event came up.`,
    unused: "never",
    seldomToOften: "from seldom to most often",
    figures: "In figures",
    name: "Name",
    kind: "What it is",
    times: "Times",
    passed: "Guard passed",
    refused: "Guard refused",

    guards: "Guards seen one way only",
    guardsSeen: (both: number, all: number) =>
      `${both.toLocaleString("en")} of ${counted(all, "guard")} ${both === 1 ? "was" : "were"} seen to pass and to refuse. A guard that always says the same could be left out, as far as these searches can tell.`,
    machine: "Machine",
    transition: "Transition",
    said: "What it said",
    asked: "Asked",
    alwaysPassed: "always passed",
    alwaysRefused: "always refused",
    neverAsked: (count: number) => `${counted(count, "guard")} never asked`,

    factsNever: (count: number, of: number) =>
      `Facts that parts can state, and none stated (${count} of ${of})`,
    monitorsStill: (count: number, of: number) =>
      `Sentences that remember something, and never had anything to remember (${count} of ${of})`,

    searches: "What each search did",
    search: "Search",
    noMove: "This search made no move, so it shows nothing.",
    curve: "New states",
    curveSays: (everyState: boolean) =>
      everyState
        ? "States whose moves were all made, over the moves that were made in them."
        : "One state in so many moves was looked at. Where the line leaves the dashed one, states come again; a line that goes flat says that more of the same runs would show little new.",
    noCurve: "It was too short for a curve.",
    curveEnds: (moves: number, looked: number, different: number) =>
      `After ${counted(moves, "move")}, ${different.toLocaleString("en")} of ${counted(looked, "state")} that were looked at were different.`,
    movesAxis: (moves: number) => counted(moves, "move"),
    runs: "Its runs",
    different: (made: number, different: number) =>
      different === made
        ? `${counted(made, "run")}, no two alike.`
        : `${counted(made, "run")}; ${(made - different).toLocaleString("en")} repeated the moves of another.`,
    features: {
      moves: "Moves in a run",
      choices: "Choices of people",
      failures: "Things that failed",
      attacks: "Moves of the adversary",
    } as Readonly<Record<string, string>>,
    runsWith: (range: string, runs: number) => `${range}: ${counted(runs, "run")}`,
    movesMade: "Moves it made",
    dead: (moves: string, count: number) =>
      `Allowed, and never made: ${moves}. ${count === 1 ? "It" : "They"} had no chance in this search, or none that was taken.`,
  },

  mutants,

  gate: {
    notAsked: "The gate was not asked about this run: sealcheck gate does.",
    theGate: "The gate is",
    open: "open",
    shut: "shut",
    asOf: (day: string) => `as of ${day}`,
    openSays: "Everything that was found is covered by what somebody has reviewed and accepted.",
    shutBy: (rules: readonly string[]) => `It is shut by ${listed(rules)}.`,
    unaccepted: (count: number) =>
      `${counted(count, "cause")} of breaks ${count === 1 ? "is" : "are"} new: nobody has accepted ${count === 1 ? "it" : "them"}.`,
    obeys:
      "The gate obeys what was reviewed and accepted (accepted.json beside the reports), and nothing else; what scenarios expect is no excuse.",
    rules: "Every rule",
    kept: "kept",
    notKept: (count: number) => `not kept, ${counted(count, "time")}`,
    todo: "What to do:",
    better: "Better than when it was accepted",
    noted: (count: number) => `Noted, and no fault (${count.toLocaleString("en")})`,
    more: (count: number) => `and ${count.toLocaleString("en")} more`,
    newCauses: "Breaks for reasons that nobody has accepted",
    under: "under",
    because: "What has to come together for it:",
    gone: "not found any more",
    moreStories: (count: number) =>
      `and ${count.toLocaleString("en")} more, on the page of the promise`,
    accepted: "Breaks that are let through for a time",
    nothingAccepted: "Nobody has let any break through.",
    finding: "Promise",
    reason: "Why it may be there",
    owner: "Who answers for it",
    since: (day: string) => `since ${day}`,
    until: "Until",
    expired: "over",
    daysLeft: (days: number) => `${counted(days, "day")} left`,
    stories: "How it breaks",
    causes: (count: number) => counted(count, "cause"),
    log: "Who accepted what, the newest first",
  },

  difference,

  models: {
    title: "Machines",
    says: "Every kind of part as it is declared, with the promises that speak of what it does.",
    declared: "Declared in",
    promises: "Promises that speak of it",
    choices: "What people may decide",
    facts: "What it can state",
    none: "none",
    unseen: "Dashed: no scenario came to it.",
    missing: "The machines are not at hand: the scenes of this run do not lie beside its run.json.",
    unknown: (kind: string) => `This report has no machine called ${kind}.`,
  },

  about: {
    title: "About this report",
    made: (version: string) => `Made by sealcheck ${version}.`,
    seed: "Seed",
    runs: "Random runs per scenario",
    models: "Models (SHA-256)",
    result: "Result",
    whole: "Selection",
    wholeYes: "every scenario of the project",
    wholeNo: "some scenarios of the project",
    verdicts: "What the verdicts mean",
    not: "What a pass does not mean",
    notSays: [
      "It does not mean “secure”. It means that no counterexample was found within the bounds shown, in so many states or runs, put to the test so often.",
      "Cryptography is taken to be perfect, and what the assumptions of a version name is out of view.",
      "The models describe a protocol. A finding is a result on the models, never a claim about a deployed product.",
    ],
    keys: "Keys",
    again: "This page is made of run.json and what lies beside it:",
  },

  notFound: "There is no such page.",
};

/** The shape of a catalogue. */
export type Texts = typeof en;
