import type { Change, ToldBehaviour, VersionDifference } from "../search/index.ts";
import type { VerdictDifference } from "./flips.ts";

/** What two versions differ in, over all scenarios in which both are played. */
export interface DifferenceReport {
  readonly schema: "sealcheck.difference/1";
  readonly base: string;
  readonly head: string;
  readonly scenarios: readonly VersionDifference[];
  /** What the head can do that the base cannot, and the reverse; each once, with its shortest witness. */
  readonly gained: readonly Told[];
  readonly lost: readonly Told[];
  readonly chats: readonly ChatVerdict[];
  /** What can happen under the head only, and under the base only, whatever it means to anybody. */
  readonly appeared: readonly Shown<ToldBehaviour>[];
  readonly vanished: readonly Shown<ToldBehaviour>[];
  /** How the verdicts on promises differ; undefined where nobody asked. */
  readonly promises: VerdictDifference | undefined;
  /** No harm was gained, no duty or service was lost, and no promise is worse off or gone. */
  readonly improvement: boolean;
  readonly exhaustive: boolean;
}

/** Something with its witness, where it shows, and whether its absence in the other version was only sampled. */
export type Shown<T extends { readonly moves: readonly string[] }> = T & {
  readonly scenario: string;
  readonly sampled: boolean;
};
export type Told = Shown<Change>;

export interface ChatVerdict {
  readonly chat: string;
  readonly verdict: VersionDifference["chats"][number]["verdict"];
  readonly exhaustive: boolean;
  /** In how many scenarios it is identical, and of how many that was asked. */
  readonly identicalIn: number;
  readonly of: number;
  /** The first scenario that says otherwise. */
  readonly scenario: string | undefined;
  readonly witness: VersionDifference["chats"][number]["witness"];
}

/** Puts the differences of all scenarios together, and how the verdicts on promises differ. */
export const differenceReport = (
  base: string,
  head: string,
  scenarios: readonly VersionDifference[],
  promises?: VerdictDifference,
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
    appeared: shown(scenarios, "head", (each) => each.appeared, behaviourKey),
    vanished: shown(scenarios, "base", (each) => each.vanished, behaviourKey),
    promises,
    improvement:
      !gained.some(({ is }) => is === "harm") &&
      lost.every(({ is }) => is === "harm") &&
      !promises?.flips.some(({ is }) => is === "worse") &&
      !promises?.gone.some((what) => what.startsWith("promise ")),
    exhaustive: scenarios.every(({ exhaustive }) => exhaustive),
  };
};

const changeKey = ({ is, chat, who, says, before }: Change): string =>
  JSON.stringify([is, chat, who, says, before]);

const behaviourKey = ({ is, name }: ToldBehaviour): string => `${is} ${name}`;

/** Each once, with its shortest witness: what one scenario shows, another one may show as well. */
const shown = <T extends { readonly moves: readonly string[] }>(
  scenarios: readonly VersionDifference[],
  of: "base" | "head",
  from: (difference: VersionDifference) => readonly T[],
  keyOf: (one: T) => string,
): Shown<T>[] => {
  const shortest = new Map<string, Shown<T>>();
  for (const difference of scenarios)
    for (const one of from(difference)) {
      const key = keyOf(one);
      const known = shortest.get(key);
      if (known && known.moves.length <= one.moves.length) continue;
      const sampled = !difference.closed[of === "head" ? 0 : 1];
      shortest.set(key, { ...one, scenario: difference.scenario, sampled });
    }
  return [...shortest].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
};

const chatVerdicts = (scenarios: readonly VersionDifference[]): ChatVerdict[] =>
  [...new Set(scenarios.flatMap(({ chats }) => chats.map(({ chat }) => chat)))].map((chat) => {
    const all = scenarios.flatMap(({ scenario, exhaustive, chats }) =>
      chats.filter((one) => one.chat === chat).map((one) => ({ scenario, exhaustive, ...one })),
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
      witness: worst?.witness,
    };
  });
