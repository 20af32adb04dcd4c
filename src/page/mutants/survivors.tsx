import type { JSX } from "preact";
import { survives } from "../../report/kill-matrix.ts";
import type { KnownMutant, MutantsOf } from "../../report/mutants-report.ts";
import { sentence } from "../../report/words.ts";
import { Fold } from "../signs/fold.tsx";
import { text } from "../texts/index.ts";
import { Mutant } from "./mutant.tsx";
import { MutantList } from "./mutant-list.tsx";

/** What nobody noticed: first that of which nobody says why it may be so, then reason by reason. */
export const Survivors = ({ version }: { readonly version: MutantsOf }): JSX.Element => {
  const all = version.mutants.filter((mutant) => mutant.name in version.survivors);
  const reasonOf = ({ name }: KnownMutant): string => version.survivors[name]!.trim();
  const open = all
    .filter((mutant) => reasonOf(mutant) === "")
    .toSorted((left, right) => Number(isUnreached(left)) - Number(isUnreached(right)));
  const accepted = all.filter((mutant) => reasonOf(mutant) !== "");
  return (
    <section aria-labelledby="survivors">
      <h2 id="survivors">{text.mutants.survivors}</h2>
      {all.length === 0 && <p>{text.mutants.noSurvivors}</p>}
      {open.length > 0 && (
        <>
          <p class="bad">{text.mutants.openSurvivors(open.length)}</p>
          <MutantList mutants={open} most={12}>
            {(mutant) => <Mutant mutant={mutant} open />}
          </MutantList>
        </>
      )}
      {accepted.length > 0 && (
        <>
          <p>
            {open.length > 0
              ? text.mutants.acceptedToo(accepted.length)
              : text.mutants.allAccepted(accepted.length)}
          </p>
          <Accepted mutants={accepted} reasonOf={reasonOf} />
        </>
      )}
    </section>
  );
};

const isUnreached = (mutant: KnownMutant): boolean =>
  survives(mutant) && mutant.outcome === "unreached";

/** Reason by reason, those first that let the most through. */
const Accepted = ({
  mutants,
  reasonOf,
}: {
  readonly mutants: readonly KnownMutant[];
  readonly reasonOf: (mutant: KnownMutant) => string;
}): JSX.Element => {
  const reasons = [...Map.groupBy(mutants, reasonOf)].toSorted(
    ([, left], [, right]) => right.length - left.length,
  );
  const shown = reasons.length <= reasonsMost + 1 ? reasons.length : reasonsMost;
  return (
    <>
      <Reasons reasons={reasons.slice(0, shown)} />
      {shown < reasons.length && (
        <Fold summary={text.mutants.moreReasons(reasons.length - shown)}>
          {() => <Reasons reasons={reasons.slice(shown)} />}
        </Fold>
      )}
    </>
  );
};

/** So many reasons stand in sight. */
const reasonsMost = 10;

const Reasons = ({
  reasons,
}: {
  readonly reasons: readonly (readonly [string, readonly KnownMutant[]])[];
}): JSX.Element => (
  <ul class="items reasons">
    {reasons.map(([reason, group]) => (
      <li key={reason}>
        <Fold
          summary={
            <>
              <b class="count">{group.length}</b> <bdi>{sentence(reason)}</bdi>
            </>
          }
        >
          {() => (
            <MutantList mutants={group}>{(mutant) => <Mutant mutant={mutant} open />}</MutantList>
          )}
        </Fold>
      </li>
    ))}
  </ul>
);
