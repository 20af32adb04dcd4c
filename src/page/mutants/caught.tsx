import type { JSX } from "preact";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { text } from "../texts/index.ts";
import { mutantsAddress } from "./address.ts";

/** What one invariant would have caught, in a line for each version whose mutants were tried, and the way to more. */
export const Caught = ({
  report,
  id,
}: {
  readonly report: Report;
  readonly id: string;
}): JSX.Element => (
  <Loaded ask={() => report.mutants()} inputs={[]}>
    {({ versions }) => {
      const known = versions.flatMap(({ protocol, invariants, otherModels }) => {
        const bite = invariants[id];
        return bite ? [{ protocol, bite, otherModels }] : [];
      });
      if (known.length === 0) return null;
      return (
        <section>
          <h2>{text.mutants.ofPromise}</h2>
          {known.map(({ protocol, bite, otherModels }) => (
            <p key={protocol}>
              <span class={bite.killed === 0 ? "bad" : ""}>
                {text.mutants.ofPromiseUnder(protocol, bite)}
              </span>{" "}
              <a href={mutantsAddress({ under: protocol, row: id })}>
                {text.mutants.ofPromiseMore}
              </a>
              {otherModels && <small class="warn"> {text.mutants.otherModels(protocol)}</small>}
            </p>
          ))}
        </section>
      );
    }}
  </Loaded>
);
