import { fromBestToWorst, type LedgerStatus } from "../../report/ledger-status.ts";
import type { Overview, OverviewProtocol } from "../../report/html/overview.ts";

/** An invariant with what one version of the protocol says of it. */
export type Judged = OverviewProtocol["invariants"][number];

const rank = (status: LedgerStatus): number => fromBestToWorst.indexOf(status);

/** Worst first; among equals in the order of their ids. */
export const worstFirst = <Thing extends { readonly id: string }>(
  things: readonly Thing[],
  statusOf: (thing: Thing) => LedgerStatus,
): Thing[] =>
  things.toSorted(
    (left, right) =>
      rank(statusOf(right)) - rank(statusOf(left)) ||
      left.id.localeCompare(right.id, "en", { numeric: true }),
  );

/** How many invariants stand how, of those that a version was asked about. */
export const countsOf = ({
  invariants,
}: Pick<OverviewProtocol, "invariants">): Readonly<
  Record<"broken" | "held" | "open" | "apart", number>
> => {
  const count = (...wanted: readonly string[]): number =>
    invariants.filter(({ verdict }) => wanted.includes(verdict)).length;
  return {
    broken: count("broken"),
    held: count("held, sampled", "held, exhaustively within bounds"),
    open: count("untested", "inconclusive"),
    apart: count("notApplicable"),
  };
};

/** The version that a reader sees first: of those that are no variants the one with most broken, or the first. */
export const worstProtocol = ({ protocols }: Overview): OverviewProtocol | undefined => {
  const versions = protocols.filter(({ variant }) => !variant);
  const candidates = versions.length > 0 ? versions : protocols;
  return candidates.reduce<OverviewProtocol | undefined>(
    (worst, one) =>
      worst === undefined || countsOf(one).broken > countsOf(worst).broken ? one : worst,
    undefined,
  );
};
