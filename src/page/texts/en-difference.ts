import { counted, listed } from "../../report/words.ts";

/** What the page says of two versions that are compared, in English. */
export const difference = {
  notAsked: "This report compares no versions: sealcheck diff does.",
  says: "Versions are compared by what their facts mean to people: what harms them, what they are owed, and what serves them.",
  outcome: {
    worse: "something is worse",
    improvements: "improvements only",
    neither: "nothing is better or worse",
    none: "no difference",
  },
  partial: (done: number, of: number, judged: boolean) =>
    `It was stopped ${done < of ? `after ${done} of ${counted(of, "comparison")}` : judged ? "while promises were judged" : "before promises were judged"}: what is listed was found, and what is not may still differ.`,
  exhaustive: "Every state of both was visited, within the bounds of the scenarios.",
  sampled:
    "Some scenarios have more states than were visited, so what is not listed may still differ.",
  kinds: "Kinds of chat",
  chats: (chat: string) => `${chat.charAt(0).toUpperCase()}${chat.slice(1)} chats`,
  verdict: {
    identical: "identical: the same facts, and the same choices at every moment",
    different: "different",
    "not told apart": "no difference found",
  },
  notSeen: "no difference found in what was visited",
  goes: (own: string, other: string) => `${own} goes where ${other} cannot follow.`,
  witness: (moves: number) => `Shown in ${counted(moves, "move")}`,
  worse: (head: string) => `Worse under ${head}`,
  better: (head: string) => `Better under ${head}`,
  who: "Who",
  everybody: "People",
  what: "What",
  counts: "Counts as",
  shown: "Shortest witness",
  now: "Newly:",
  noMore: "No longer:",
  before: (duties: readonly string[]) => `before ${listed(duties)}`,
  polarity: { harm: "harm", duty: "duty to people", service: "service to people" },
  onlySampled: "sampled: the other version may do it where nobody looked",

  flips: {
    worse: "Promises that are worse off",
    better: "Promises that are better off",
    other: "Promises that are neither, such as those that can come up under one only",
  },
  promise: "Promise",
  broken: (id: string) => `${id} is broken`,
  turn: (version: string) => `Under ${version}`,
  gone: "Gone",
  added: "New",
  brokenUnder: (own: string, other: string) =>
    `A story under ${own} that breaks it, confirmed on live actors; under ${other} none was found.`,
  drift: "Kept on other evidence",
  driftSays:
    "The verdict is the same and what it stands on is not. Weaker evidence is no break, but a reason to look.",
  weaker: "Weaker",
  stronger: "Stronger",
  narrowed: "Scenarios that go less far",
  onlyStronger: (count: number) => `${counted(count, "promise")} on stronger evidence alone`,

  onlyUnder: (version: string) => `Happens under ${version} only`,
  onlySays: "Whatever it means to anybody: that it is new makes it neither a harm nor a service.",
  behaviours: { deed: "What somebody does", fact: "What comes to be so" },
  nothing: "Nothing.",
  elsewhere: (other: string) => `in this scenario; ${other} does it in others`,
  searched: "How far was searched",
  states: (version: string) => `States of ${version}`,
  all: (count: number) => `all ${count.toLocaleString("en")}`,
  some: (count: number) => `${count.toLocaleString("en")} of more`,
  cannotFollow: (other: string) =>
    `No story under ${other} looks the same; this one was confirmed on live actors.`,
  notMet: (other: string) =>
    `No story under ${other} that was looked at does the same; one that nobody looked at might. This one was confirmed on live actors.`,
  unknown: (name: string) => `This report has no witness ${name}.`,
};
