import type { ComponentChildren, JSX } from "preact";
import type { KnownMutant } from "../../report/mutants-report.ts";
import { Fold } from "../signs/fold.tsx";
import { text } from "../texts/index.ts";

/** Mutants, the first of them in sight and the others once somebody asks. */
export const MutantList = ({
  mutants,
  most = 8,
  children,
}: {
  readonly mutants: readonly KnownMutant[];
  readonly most?: number;
  readonly children: (mutant: KnownMutant) => ComponentChildren;
}): JSX.Element => {
  // A fold for one more would take the place of it.
  const shown = mutants.length <= most + 1 ? mutants.length : most;
  return (
    <>
      <ul class="items mutants">
        {mutants.slice(0, shown).map((mutant) => (
          <li key={mutant.name}>{children(mutant)}</li>
        ))}
      </ul>
      {shown < mutants.length && (
        <Fold key={mutants[0]?.name} summary={text.mutants.more(mutants.length - shown)}>
          {() => (
            <ul class="items mutants">
              {mutants.slice(shown).map((mutant) => (
                <li key={mutant.name}>{children(mutant)}</li>
              ))}
            </ul>
          )}
        </Fold>
      )}
    </>
  );
};
