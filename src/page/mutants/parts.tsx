import type { JSX } from "preact";
import type { MutantsOf } from "../../report/mutants-report.ts";
import { words } from "../../report/words.ts";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";

/** How much is noticed of what breaks in each part, the least first. */
export const Parts = ({
  version: { parts },
}: {
  readonly version: MutantsOf;
}): JSX.Element | null => {
  const rows = Object.entries(parts)
    .filter(([, { killed, survived }]) => killed + survived > 0)
    .toSorted(([, left], [, right]) => left.percent - right.percent);
  if (rows.length === 0) return null;
  return (
    <section class="plain-hides" aria-labelledby="parts">
      <h2 id="parts">{text.mutants.parts}</h2>
      <div class="scrolling" tabIndex={0} role="region" aria-label={text.mutants.parts}>
        <table class="part-scores">
          <thead>
            <tr>
              <th scope="col">{text.mutants.part}</th>
              <th scope="col" class="figure">
                {text.mutants.noticed}
              </th>
              <th scope="col" class="figure">
                {text.mutants.survived}
              </th>
              <th scope="col" colSpan={2}>
                {text.mutants.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([part, { killed, survived, percent }]) => (
              <tr key={part}>
                <th scope="row">
                  <a href={addressOf(["models", part])}>{words(part)}</a>
                </th>
                <td class="figure">{killed}</td>
                <td class="figure">{survived}</td>
                <td class="figure">{percent} %</td>
                <td class="bars">
                  <span style={{ width: `${percent}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
