import type { JSX } from "preact";
import { moveWords } from "../../report/move-words.ts";
import type { Offer } from "../../report/scenes.ts";
import { text } from "../texts/index.ts";
import { stageAddress } from "./stage-address.ts";

type Kind = "people" | "byThemselves" | "failures" | "adversary";

const failing = /^(?:crash|drop|duplicate|reorder|delay|offline|skew) /;
const attacking = /^(?:suppress|overtake|withhold|replay|inject) /;
const byItself = /^(?:deliver|timer|time|online) /;

const kindOf = ({ move }: Offer): Kind => {
  if (attacking.test(move)) return "adversary";
  if (failing.test(move)) return "failures";
  return byItself.test(move) ? "byThemselves" : "people";
};

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
  const groups = Map.groupBy(offers, kindOf);
  if (offers.length === 0) return <p class="quiet">{text.explore.none}</p>;
  return (
    <div class="offers">
      {(["people", "byThemselves", "failures", "adversary"] as const).map((kind) => {
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
