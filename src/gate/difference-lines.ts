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
  type ShownBehaviour,
  type Style,
  type ToldChange,
} from "../report/index.ts";
import type { VersionDifference } from "../search/index.ts";
import { verdictLines } from "./verdict-lines.ts";
import { witnessed } from "./witnessed.ts";

/** The difference for a terminal: what is worse, what is better, what is only different. */
export const differenceLines = (report: DifferenceReport, style: Style): string[] => {
  const { base, head, chats, appeared, vanished, promises } = report;
  const changes = (mark: string, all: readonly ToldChange[]): string[] =>
    all.flatMap((change) => changeLines(change, mark, under(change, report), style));
  const behaviours = (mark: string, all: readonly ShownBehaviour[], other: string): string[] =>
    all.flatMap((one) => behaviourLines(one, mark, { other, under: under(one, report) }, style));
  return [
    style.bold(`${base} → ${head}`),
    ...section(style.bold(`worse under ${head}`), changes(style.fail, worse(report))),
    ...section(style.bold(`better under ${head}`), changes(style.pass, better(report))),
    ...section(style.bold(`happens under ${head} only`), behaviours("+", appeared, base)),
    ...section(style.bold(`happens under ${base} only`), behaviours("-", vanished, head)),
    ...(promises ? section(style.bold("promises"), verdictLines(promises, style)) : []),
    "",
    ...chats.flatMap((chat) => wrapped(chatLine(chat, head, style), style.width, 2)),
    "",
    ...wrapped(reachLine(report, style), style.width, 2),
    lastLine(report, style),
  ];
};

/** What differs in one story, in a line. */
export const scenarioLine = (
  {
    scenario,
    protocols,
    gained,
    lost,
    chats,
    appeared,
    vanished,
    exhaustive,
    states,
  }: VersionDifference,
  { pass, fail, unsure, dim }: Style,
): string => {
  const isHarm = ({ is }: { is: string }): boolean => is === "harm";
  const [worse, better] = [
    gained.filter(isHarm).length + lost.filter((one) => !isHarm(one)).length,
    lost.filter(isHarm).length + gained.filter((one) => !isHarm(one)).length,
  ];
  const others = appeared.length + vanished.length;
  const differs = chats.some(({ verdict }) => verdict === "different");
  const told = [
    ...(worse > 0 ? [`${worse} worse`] : []),
    ...(better > 0 ? [`${better} better`] : []),
    ...(others > 0 ? [`${others} under one only`] : []),
    ...(worse + better + others > 0 ? [] : [differs ? "in other orders" : "no difference"]),
  ];
  const [before, now] = states.map((count) => count.toLocaleString("en"));
  const reach = `${before} and ${now} states${exhaustive ? "" : ", sampled"}`;
  const mark = worse > 0 ? fail : exhaustive ? pass : unsure;
  return `${mark} ${scenario}, ${protocols[1]}: ${told.join(", ")}  ${dim(reach)}`;
};

/** How far was looked. */
const reachLine = ({ exhaustive, partial }: DifferenceReport, { warn }: Style): string => {
  if (partial)
    return warn(`partial: stopped ${stoppedWhen(partial)}, so what is not listed may still differ`);
  return exhaustive
    ? "every state of both was visited, within the bounds of the scenarios"
    : "sampled: some scenarios have more states than were visited, so what is not listed may still differ";
};

const stoppedWhen = ({ done, of, judged }: NonNullable<DifferenceReport["partial"]>): string =>
  done < of
    ? `after ${done} of ${counted(of, "comparison")}`
    : judged
      ? "while promises were judged"
      : "before promises were judged";

const lastLine = (report: DifferenceReport, { pass, fail, unsure }: Style): string => {
  const { base, head, scenarios, partial } = report;
  const outcome = outcomeOf(report);
  if (outcome === "worse") return `${fail} ${head} is worse than ${base}`;
  const says = {
    improvements: "improvements only",
    neither: "nothing is better or worse",
    none: "no difference",
  };
  const stories = new Set(scenarios.map(({ scenario }) => scenario)).size;
  return `${partial ? unsure : pass} ${says[outcome]}, in ${counted(stories, "scenario")}`;
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

/** Under which version, where two revisions have several. */
const under = (
  { protocol }: Pick<ToldChange, "protocol">,
  { base, head }: DifferenceReport,
): string => (protocol === base || protocol === head ? "" : `, under ${protocol}`);

const changeLines = (
  change: ToldChange,
  mark: string,
  underVersion: string,
  style: Style,
): string[] => {
  const { who, says, chat, before } = change;
  const early = before.length > 0 ? ` before ${before.join(", ")}` : "";
  const text = `${sentence(`${who} ${says}${early}`).slice(0, -1)} (${chat} chats)${underVersion}`;
  return witnessed(`${mark} ${text}`, change, style);
};

const behaviourLines = (
  behaviour: ShownBehaviour,
  mark: string,
  { other, under }: { readonly other: string; readonly under: string },
  style: Style,
): string[] => {
  const { is, name, elsewhere } = behaviour;
  const text = `${mark} ${is === "fact" ? words(name) : name}${under}`;
  return witnessed(elsewhere ? `${text}; ${other} in other scenarios` : text, behaviour, style);
};

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
