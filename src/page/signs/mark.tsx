import type { JSX } from "preact";
import type { LedgerStatus } from "../../report/ledger-status.ts";
import { text } from "../texts/index.ts";

/** How a status looks: a colour is never all that tells it from another. */
export type Tone = "bad" | "good" | "weak" | "warn" | "mute";

const looks: Readonly<Record<LedgerStatus, { readonly tone: Tone; readonly glyph: string }>> = {
  broken: { tone: "bad", glyph: "M5 5l8 8M13 5l-8 8" },
  "held, exhaustively within bounds": { tone: "good", glyph: "M4 9.5l3.4 3.5L14 5.5" },
  "held, sampled": { tone: "weak", glyph: "M4 9.5l3.4 3.5L14 5.5" },
  untested: { tone: "mute", glyph: "M6.5 7a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.7M9 13.6v.2" },
  notApplicable: { tone: "mute", glyph: "M5 9h8" },
  inconclusive: { tone: "warn", glyph: "M6 5.5v7M12 5.5v7" },
  "truth gap": { tone: "warn", glyph: "M9 4.5v5.5M9 13.2v.3" },
  "not checked": { tone: "mute", glyph: "M9 9h.01" },
};

export const toneOf = (status: LedgerStatus): Tone => looks[status].tone;

/** The sign of a status. */
export const Mark = ({
  status,
  size = 18,
}: {
  readonly status: LedgerStatus;
  readonly size?: number;
}): JSX.Element => {
  const { tone, glyph } = looks[status];
  return (
    <svg
      class={`mark ${tone}${status === "held, sampled" ? " sampled" : ""}`}
      width={size}
      height={size}
      viewBox="0 0 18 18"
      aria-hidden="true"
    >
      <circle cx="9" cy="9" r="8" />
      <path d={glyph} />
    </svg>
  );
};

/** A status as a sign with its word. */
export const Verdict = ({ status }: { readonly status: LedgerStatus }): JSX.Element => (
  <span class={`verdict ${toneOf(status)}`} title={text.status[status].means}>
    <Mark status={status} size={16} /> {text.status[status].word}
  </span>
);
