import {
  better,
  sentence,
  worse,
  wrapped,
  type ChatVerdict,
  type DifferenceReport,
  type Style,
  type ToldChange,
} from "../report/index.ts";
import type { VersionDifference } from "../search/index.ts";

/** Puts the differences of all scenarios together. */
export const differenceReport = (
  base: string,
  head: string,
  scenarios: readonly VersionDifference[],
): DifferenceReport => {
  const gained = told(scenarios, "gained");
  const lost = told(scenarios, "lost");
  return {
    schema: "sealcheck.difference/1",
    base,
    head,
    scenarios,
    gained,
    lost,
    chats: chatVerdicts(scenarios),
    improvement: !gained.some(({ is }) => is === "harm") && lost.every(({ is }) => is === "harm"),
    exhaustive: scenarios.every(({ exhaustive }) => exhaustive),
  };
};

/** Each change once: what one scenario shows, another one may have had all along. */
const told = (scenarios: readonly VersionDifference[], side: "gained" | "lost"): ToldChange[] => {
  const shortest = new Map<string, ToldChange>();
  const at = side === "gained" ? 1 : 0;
  for (const { scenario, protocols, closed, [side]: changes } of scenarios)
    for (const change of changes) {
      const key = JSON.stringify([change.is, change.chat, change.who, change.says, change.before]);
      const known = shortest.get(key);
      if (known && known.moves.length <= change.moves.length) continue;
      shortest.set(key, {
        ...change,
        scenario,
        protocol: protocols[at],
        sampled: !closed[1 - at],
      });
    }
  return [...shortest].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
};

const chatVerdicts = (scenarios: readonly VersionDifference[]): ChatVerdict[] =>
  [...new Set(scenarios.flatMap(({ chats }) => chats.map(({ chat }) => chat)))].map((chat) => {
    const all = scenarios.flatMap(({ scenario, protocols, exhaustive, chats }) =>
      chats
        .filter((one) => one.chat === chat)
        .map((one) => ({ scenario, protocols, exhaustive, ...one })),
    );
    const worst =
      all.find(({ verdict }) => verdict === "different") ??
      all.find(({ verdict }) => verdict === "not told apart");
    return {
      chat,
      verdict: worst?.verdict ?? "identical",
      exhaustive: all.every(({ exhaustive }) => exhaustive),
      identicalIn: all.filter(({ verdict }) => verdict === "identical").length,
      of: all.length,
      scenario: worst?.scenario,
      witness: worst?.witness && {
        ...worst.witness,
        protocol: worst.protocols[worst.witness.of === "head" ? 1 : 0],
      },
    };
  });

/** The difference for a terminal: what is worse, what is better, what is only different. */
export const differenceLines = (report: DifferenceReport, style: Style): string[] => {
  const { base, head, gained, lost, chats, improvement, exhaustive, scenarios } = report;
  const section = (title: string, mark: string, changes: readonly ToldChange[]): string[] =>
    changes.length === 0
      ? []
      : ["", style.bold(title), ...changes.flatMap((change) => changeLines(change, mark, style))];
  return [
    style.bold(`${base} → ${head}`),
    ...section(`worse under ${head}`, style.fail, worse(report)),
    ...section(`better under ${head}`, style.pass, better(report)),
    "",
    ...chats.flatMap((chat) => wrapped(chatLine(chat, head, style), style.width, 2)),
    "",
    exhaustive
      ? "every state of both was visited, within the bounds of the scenarios"
      : `sampled: some scenarios have more states than were visited, so what is not listed may still differ`,
    improvement
      ? `${style.pass} ${gained.length + lost.length === 0 ? "no difference" : "improvements only"}, in ${scenarios.length} scenarios`
      : `${style.fail} ${head} is worse than ${base}`,
  ];
};

const changeLines = (change: ToldChange, mark: string, style: Style): string[] => {
  const { who, says, chat, before, moves, scenario, sampled } = change;
  const early = before.length > 0 ? ` before ${before.join(", ")}` : "";
  const text = `${sentence(`${who} ${says}${early}`).slice(0, -1)} (${chat} chats)${sampled ? ", sampled" : ""}`;
  return [
    ...wrapped(`${mark} ${text}`, style.width, 2),
    ...wrapped(`${scenario}: ${moves.join(" · ")}`, style.width - 4, 2).map((line) =>
      style.dim(`    ${line}`),
    ),
  ];
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
