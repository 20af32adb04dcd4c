import type { ChatVerdict, DifferenceReport, Shown, ShownBehaviour } from "../report/index.ts";
import type { Change, ToldBehaviour, VersionDifference } from "../search/index.ts";

/** Puts the differences of all scenarios together, and how the verdicts on promises differ. */
export const differenceReport = (
  base: string,
  head: string,
  scenarios: readonly VersionDifference[],
  { promises, partial }: Partial<Pick<DifferenceReport, "promises" | "partial">> = {},
): DifferenceReport => {
  const gained = shown(scenarios, "head", (each) => each.gained, changeKey);
  const lost = shown(scenarios, "base", (each) => each.lost, changeKey);
  return {
    schema: "sealcheck.difference/1",
    base,
    head,
    scenarios,
    gained,
    lost,
    chats: chatVerdicts(scenarios),
    appeared: behaviours(scenarios, "head", (each) => each.appeared),
    vanished: behaviours(scenarios, "base", (each) => each.vanished),
    promises,
    improvement:
      !gained.some(({ is }) => is === "harm") &&
      lost.every(({ is }) => is === "harm") &&
      !promises?.flips.some(({ is }) => is === "worse") &&
      !promises?.gone.some((what) => what.startsWith("promise ")),
    exhaustive: partial === undefined && scenarios.every(({ exhaustive }) => exhaustive),
    partial,
  };
};

const changeKey = ({ is, chat, who, says, before }: Change): string =>
  JSON.stringify([is, chat, who, says, before]);

const behaviourKey = ({ is, name }: Pick<ToldBehaviour, "is" | "name">): string => `${is} ${name}`;

/** What was only sampled says nothing of a version that does the same in another scenario. */
const behaviours = (
  scenarios: readonly VersionDifference[],
  of: "base" | "head",
  from: (difference: VersionDifference) => readonly ToldBehaviour[],
): ShownBehaviour[] => {
  const [own, other] = of === "head" ? ([1, 0] as const) : ([0, 1] as const);
  const others = new Set(
    scenarios.flatMap(({ seen, protocols }) =>
      seen[other].map((one) => `${protocols[own]} ${behaviourKey(one)}`),
    ),
  );
  return shown(scenarios, of, from, behaviourKey)
    .map((one) => ({ ...one, elsewhere: others.has(`${one.protocol} ${behaviourKey(one)}`) }))
    .filter(({ sampled, elsewhere }) => !sampled || !elsewhere);
};

/** Each once under each version, with its shortest witness: what one scenario shows, another one may show as well. */
const shown = <T extends { readonly moves: readonly string[] }>(
  scenarios: readonly VersionDifference[],
  of: "base" | "head",
  from: (difference: VersionDifference) => readonly T[],
  keyOf: (one: T) => string,
): Shown<T>[] => {
  const shortest = new Map<string, Shown<T>>();
  for (const difference of scenarios)
    for (const one of from(difference)) {
      const { scenario, protocols, closed } = difference;
      const at = of === "head" ? 1 : 0;
      const key = `${keyOf(one)} ${protocols[at]}`;
      const known = shortest.get(key);
      if (known && known.moves.length <= one.moves.length) continue;
      shortest.set(key, { ...one, scenario, protocol: protocols[at], sampled: !closed[1 - at] });
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
