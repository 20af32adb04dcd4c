import type { JSX } from "preact";
import type { DifferencePage } from "../../report/difference-report.ts";
import { moveWords } from "../../report/move-words.ts";
import { words } from "../../report/words.ts";
import { text } from "../texts/index.ts";
import { WitnessLink } from "./witness-link.tsx";

/** What can happen under one of two versions only, whatever it means to anybody. */
export const Behaviours = ({
  difference,
}: {
  readonly difference: DifferencePage;
}): JSX.Element | null => {
  const { base, head, appeared, vanished } = difference;
  if (appeared.length + vanished.length === 0) return null;
  return (
    <section>
      <div class="sides">
        <Side version={head} other={base} behaviours={appeared} difference={difference} />
        <Side version={base} other={head} behaviours={vanished} difference={difference} />
      </div>
      <p class="quiet">{text.difference.onlySays}</p>
    </section>
  );
};

const Side = ({
  version,
  other,
  behaviours,
  difference,
}: {
  readonly version: string;
  readonly other: string;
  readonly behaviours: DifferencePage["appeared"];
  readonly difference: DifferencePage;
}): JSX.Element => (
  <div class="behaviours">
    <h2>{text.difference.onlyUnder(version)}</h2>
    {behaviours.length === 0 && <p class="quiet">{text.difference.nothing}</p>}
    {(["deed", "fact"] as const).map((is) => {
      const those = behaviours.filter((one) => one.is === is);
      return (
        those.length > 0 && (
          <div key={is}>
            <h3>{text.difference.behaviours[is]}</h3>
            <ul class="items">
              {those.map((one) => (
                <li key={one.name}>
                  <b>{is === "deed" ? moveWords(one.name) : words(one.name)}</b>
                  <br />
                  <WitnessLink of={one} difference={difference} />
                  {one.elsewhere && <small> {text.difference.elsewhere(other)}</small>}
                  {one.sampled && <small class="warn"> {text.difference.onlySampled}</small>}
                </li>
              ))}
            </ul>
          </div>
        )
      );
    })}
  </div>
);
