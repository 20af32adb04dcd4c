import type { JSX } from "preact";
import type { DifferencePage, Witness } from "../../report/difference-report.ts";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";

/** The way to a trace that the other version cannot follow. */
export const WitnessLink = ({
  witness: { scenario, protocol, moves },
  at,
  difference: { base, head },
}: {
  readonly witness: Witness;
  /** Its place among all witnesses. */
  readonly at: number;
  readonly difference: DifferencePage;
}): JSX.Element => (
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
