import type { JSX } from "preact";
import type { RunPartExercise } from "../../report/run.ts";
import { words } from "../../report/words.ts";
import { text } from "../texts/index.ts";

interface Guard {
  readonly part: string;
  readonly transition: string;
  readonly passed: number;
  readonly refused: number;
}

/** Guards that always said the same, and those that were never asked: as good as not there, as far as anybody saw. */
export const Guards = ({ parts }: { readonly parts: readonly RunPartExercise[] }): JSX.Element => {
  const all = parts.flatMap(({ part, guards }) =>
    Object.entries(guards).map(([transition, said]) => ({ part, transition, ...said })),
  );
  const oneWay = all.filter(({ passed, refused }) => (passed === 0) !== (refused === 0));
  const neverAsked = all.filter(({ passed, refused }) => passed + refused === 0);
  const both = all.length - oneWay.length - neverAsked.length;
  return (
    <>
      <h2>{text.coverage.guards}</h2>
      <p>{text.coverage.guardsSeen(both, all.length)}</p>
      {oneWay.length > 0 && <OneWay guards={oneWay} />}
      {neverAsked.length > 0 && (
        <details>
          <summary>{text.coverage.neverAsked(neverAsked.length)}</summary>
          {[...Map.groupBy(neverAsked, ({ part }) => part)].map(([part, guards]) => (
            <p key={part}>
              <b>{words(part)}</b>{" "}
              <bdi>{guards.map(({ transition }) => transition).join(", ")}</bdi>
            </p>
          ))}
        </details>
      )}
    </>
  );
};

const OneWay = ({ guards }: { readonly guards: readonly Guard[] }): JSX.Element => (
  <div class="scrolling" tabIndex={0} role="region" aria-label={text.coverage.guards}>
    <table>
      <thead>
        <tr>
          <th scope="col">{text.coverage.machine}</th>
          <th scope="col">{text.coverage.transition}</th>
          <th scope="col">{text.coverage.said}</th>
          <th scope="col" class="figure">
            {text.coverage.asked}
          </th>
        </tr>
      </thead>
      <tbody>
        {guards.map(({ part, transition, passed, refused }) => (
          <tr key={`${part} ${transition}`}>
            <th scope="row">{words(part)}</th>
            <td>
              <bdi>{transition}</bdi>
            </td>
            <td>{passed > 0 ? text.coverage.alwaysPassed : text.coverage.alwaysRefused}</td>
            <td class="figure">{(passed + refused).toLocaleString("en")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
