import type { JSX } from "preact";
import {
  witnessesIn,
  type DifferencePage,
  type Witnessed,
} from "../../report/difference-report.ts";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";

/** The way to what shows something on its stage; nothing where there is no trace of it. */
export const WitnessLink = ({
  of: what,
  difference,
}: {
  readonly of: Witnessed["what"];
  readonly difference: DifferencePage;
}): JSX.Element | null => {
  const at = witnessesIn(difference).findIndex((witnessed) => witnessed.what === what);
  const witness = difference.witnesses[at];
  if (!witness) return null;
  const { scenario, protocol, moves } = witness;
  const { base, head } = difference;
  return (
    <>
      <a href={addressOf(["difference", String(at)])}>{text.difference.witness(moves.length)}</a>{" "}
      <small>
        <bdi>{scenario}</bdi>
        {protocol !== base && protocol !== head && (
          <>
            , <bdi>{protocol}</bdi>
          </>
        )}
      </small>
    </>
  );
};
