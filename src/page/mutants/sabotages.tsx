import type { JSX } from "preact";
import { sabotage } from "../../report/kill-matrix.ts";
import type { MutantsOf } from "../../report/mutants-report.ts";
import { text } from "../texts/index.ts";
import { Mutant } from "./mutant.tsx";
import { MutantList } from "./mutant-list.tsx";

/** What was broken by hand, with who had to notice and did; first what they did not. */
export const Sabotages = ({
  version: { mutants, unnoticed },
}: {
  readonly version: MutantsOf;
}): JSX.Element | null => {
  const all = mutants
    .filter(({ operator }) => operator === sabotage)
    .toSorted((left, right) => Number(right.name in unnoticed) - Number(left.name in unnoticed));
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="sabotages">
      <h2 id="sabotages">{text.mutants.sabotages}</h2>
      <p class="quiet">{text.mutants.sabotagesSay}</p>
      <MutantList mutants={all} most={12}>
        {(mutant) => (
          <>
            <Mutant mutant={mutant} ids={new Set(mutant.breaks)} />
            {mutant.name in unnoticed && (
              <p class="note bad">
                {text.mutants.mustNotice(mutant.breaks ?? [])};{" "}
                {text.mutants.notNoticed(unnoticed[mutant.name]!)}
              </p>
            )}
          </>
        )}
      </MutantList>
    </section>
  );
};
