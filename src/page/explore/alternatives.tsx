import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { text } from "../texts/index.ts";
import { Offers } from "./offers.tsx";

/** At a moment of a recorded story: what else could happen there, for whoever asks. */
export const Alternatives = ({
  report,
  scenario,
  protocol,
  moves,
  taken,
}: {
  readonly report: Report;
  readonly scenario: string;
  readonly protocol: string;
  readonly moves: readonly string[];
  /** What the story does next. */
  readonly taken: string | undefined;
}): JSX.Element => {
  const [open, setOpen] = useState(false);
  const ask = async () => (await report.explorer()).after(scenario, protocol, moves);
  return (
    <section class="alternatives">
      <button type="button" class="wide" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text.trace.anotherAsk}
      </button>
      {open && (
        <Loaded ask={ask} inputs={[scenario, protocol, moves]}>
          {({ offers }) => (
            <Offers
              offers={offers.filter(({ move }) => move !== taken)}
              scenario={scenario}
              protocol={protocol}
              moves={moves}
            />
          )}
        </Loaded>
      )}
    </section>
  );
};
