import type { JSX } from "preact";
import type { MutantsOf } from "../../report/mutants-report.ts";
import { text } from "../texts/index.ts";
import { mutantsAddress } from "./address.ts";

/** Invariants that catch nothing, hardly anything, or nothing by themselves. */
export const Weak = ({
  version: { protocol, invariants, toothless },
}: {
  readonly version: MutantsOf;
}): JSX.Element => {
  const bites = Object.entries(invariants);
  const single = bites.filter(([, { killed }]) => killed === 1);
  const redundant = bites.filter(([, bite]) => bite.killed > 1 && bite.with.length > 0);
  return (
    <section aria-labelledby="weak">
      <h2 id="weak">{text.mutants.weak}</h2>
      {toothless.map((id) => (
        <p key={id} class="note bad">
          {text.mutants.toothless(id)}
        </p>
      ))}
      {redundant.length > 0 && (
        <>
          <p>{text.mutants.redundant}</p>
          <ul class="items">
            {redundant.map(([id, bite]) => (
              <li key={id}>
                <a href={mutantsAddress({ under: protocol, row: id })}>
                  <bdi>{text.mutants.alwaysWith(id, bite.killed, bite.with)}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {single.length > 0 && (
        <p class="singles">
          {text.mutants.single}{" "}
          {single.map(([id]) => (
            <a key={id} href={mutantsAddress({ under: protocol, row: id })}>
              <bdi>{id}</bdi>
            </a>
          ))}
        </p>
      )}
      {toothless.length + redundant.length + single.length === 0 && <p>{text.mutants.strong}</p>}
    </section>
  );
};
