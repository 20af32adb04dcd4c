import type { JSX } from "preact";
import { moveWords } from "../../report/move-words.ts";
import type { Offer } from "../../report/scenes.ts";
import { text } from "../texts/index.ts";
import { stageAddress } from "./stage-address.ts";

/** What may happen next, each a link to the stage after it, with the promises that it would break. */
export const Offers = ({
  offers,
  scenario,
  protocol,
  moves,
}: {
  readonly offers: readonly Offer[];
  readonly scenario: string;
  readonly protocol: string;
  readonly moves: readonly string[];
}): JSX.Element => {
  const groups = Map.groupBy(offers, ({ nature }) => nature);
  if (offers.length === 0) return <p class="quiet">{text.explore.none}</p>;
  return (
    <div class="offers">
      {(["choice", "byItself", "failure", "attack"] as const).map((kind) => {
        const group = groups.get(kind);
        return (
          group && (
            <section key={kind}>
              <h3>{text.explore[kind]}</h3>
              <ul>
                {group.map(({ move, breaks }) => (
                  <li key={move}>
                    <a href={stageAddress(scenario, protocol, [...moves, move])}>
                      <bdi>{moveWords(move)}</bdi>
                    </a>
                    {breaks.length > 0 && (
                      <strong class="tag bad">{text.explore.breaks(breaks)}</strong>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
};
