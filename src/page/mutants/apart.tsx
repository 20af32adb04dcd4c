import type { JSX } from "preact";
import type { KnownMutant, MutantsOf } from "../../report/mutants-report.ts";
import { words } from "../../report/words.ts";
import { Fold } from "../signs/fold.tsx";
import { text } from "../texts/index.ts";
import { Mutant } from "./mutant.tsx";
import { MutantList } from "./mutant-list.tsx";

const kinds = ["same", "alike", "refused", "reported", "unreached"] as const;

/** Mutants that are discharged, each sort by how; what nobody but a report noticed; and what was never asked. */
export const Apart = ({
  version: { mutants, unasked },
}: {
  readonly version: MutantsOf;
}): JSX.Element => (
  <section aria-labelledby="apart">
    <h2 id="apart">{text.mutants.apart}</h2>
    {kinds.map((kind) => (
      <Kind key={kind} kind={kind} mutants={mutants.filter(({ outcome }) => outcome === kind)} />
    ))}
    {unasked.length > 0 && (
      <Fold
        name="apart"
        summary={
          <>
            <b>{text.mutants.unasked(unasked.length)}</b>{" "}
            <span class="quiet">{text.mutants.unaskedSays}</span>
          </>
        }
      >
        {() => (
          <div class="inside">
            <ul class="items">
              {unasked.map((touch) => (
                <li key={touch}>
                  <bdi>{words(touch)}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Fold>
    )}
  </section>
);

const Kind = ({
  kind,
  mutants,
}: {
  readonly kind: (typeof kinds)[number];
  readonly mutants: readonly KnownMutant[];
}): JSX.Element | null => {
  const { title, says } = text.mutants.outcome[kind];
  if (mutants.length === 0) return null;
  return (
    <Fold
      name="apart"
      summary={
        <>
          <b>{title(mutants.length)}</b> <span class="quiet">{says}</span>
        </>
      }
    >
      {() => (
        <div class="inside">
          <MutantList mutants={mutants} most={20}>
            {(mutant) => <Mutant mutant={mutant} />}
          </MutantList>
        </div>
      )}
    </Fold>
  );
};
