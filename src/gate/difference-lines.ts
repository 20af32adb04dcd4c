import {
  better,
  counted,
  outcomeOf,
  sentence,
  words,
  worse,
  wrapped,
  type ChatVerdict,
  type DifferenceReport,
  type Shown,
  type Style,
  type ToldChange,
} from "../report/index.ts";
import type { ToldBehaviour } from "../search/index.ts";
import { verdictLines } from "./verdict-lines.ts";
import { witnessed } from "./witnessed.ts";

/** The difference for a terminal: what is worse, what is better, what is only different. */
export const differenceLines = (report: DifferenceReport, style: Style): string[] => {
  const { base, head, chats, appeared, vanished, promises } = report;
  const changes = (mark: string, all: readonly ToldChange[]): string[] =>
    all.flatMap((change) => changeLines(change, mark, style));
  const behaviours = (mark: string, all: readonly Shown<ToldBehaviour>[]): string[] =>
    all.flatMap((one) => behaviourLines(one, mark, style));
  return [
    style.bold(`${base} → ${head}`),
    ...section(style.bold(`worse under ${head}`), changes(style.fail, worse(report))),
    ...section(style.bold(`better under ${head}`), changes(style.pass, better(report))),
    ...section(style.bold(`happens under ${head} only`), behaviours("+", appeared)),
    ...section(style.bold(`happens under ${base} only`), behaviours("-", vanished)),
    ...(promises ? section(style.bold("promises"), verdictLines(promises, style)) : []),
    "",
    ...chats.flatMap((chat) => wrapped(chatLine(chat, head, style), style.width, 2)),
    "",
    ...wrapped(reachLine(report, style), style.width, 2),
    lastLine(report, style),
  ];
};

/** How far was looked. */
const reachLine = ({ exhaustive, partial }: DifferenceReport, { warn }: Style): string => {
  if (partial)
    return warn(
      `partial: stopped after ${partial.done} of ${counted(partial.of, "comparison")}, so what is not listed may still differ`,
    );
  return exhaustive
    ? "every state of both was visited, within the bounds of the scenarios"
    : "sampled: some scenarios have more states than were visited, so what is not listed may still differ";
};

const lastLine = (report: DifferenceReport, { pass, fail, unsure }: Style): string => {
  const { base, head, scenarios, partial } = report;
  const outcome = outcomeOf(report);
  if (outcome === "worse") return `${fail} ${head} is worse than ${base}`;
  const says = {
    improvements: "improvements only",
    neither: "nothing is better or worse",
    none: "no difference",
  };
  return `${partial ? unsure : pass} ${says[outcome]}, in ${counted(scenarios.length, "scenario")}`;
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

const changeLines = (change: ToldChange, mark: string, style: Style): string[] => {
  const { who, says, chat, before } = change;
  const early = before.length > 0 ? ` before ${before.join(", ")}` : "";
  const text = `${sentence(`${who} ${says}${early}`).slice(0, -1)} (${chat} chats)`;
  return witnessed(`${mark} ${text}`, change, style);
};

const behaviourLines = (behaviour: Shown<ToldBehaviour>, mark: string, style: Style): string[] =>
  witnessed(
    `${mark} ${behaviour.is === "fact" ? words(behaviour.name) : behaviour.name}`,
    behaviour,
    style,
  );

const chatLine = (chat: ChatVerdict, head: string, style: Style): string => {
  const { verdict, exhaustive, identicalIn, of, scenario, witness } = chat;
  const name = `${chat.chat} chats`;
  const others = identicalIn > 0 ? ` (identical in ${identicalIn} of ${of} scenarios)` : "";
  const where = scenario ? `, in ${scenario}${others}` : "";
  if (verdict === "identical")
    return `${style.pass} ${name}: identical, exhaustively within bounds`;
  if (verdict === "not told apart")
    return `${style.unsure} ${name}: ${exhaustive ? "not identical, and no trace shows why" : "no difference found, sampled"}${where}`;
  const goes =
    witness?.of === "head"
      ? `${head} goes where the other cannot follow`
      : `${head} cannot follow the other`;
  return `≠ ${name}: different${where}: ${goes}: ${witness?.moves.join(" · ") || "from the very start"}`;
};
