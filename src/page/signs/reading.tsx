import type { JSX } from "preact";
import { text } from "../texts/index.ts";

/** Whether somebody reads a message, must not and does, or only has it under lock. */
export type Reading = "reads" | "forbidden" | "holds";

const eye =
  "M1.5 8C3 5 5.3 3.5 8 3.5S13 5 14.5 8C13 11 10.7 12.5 8 12.5S3 11 1.5 8Z M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z";
const lock = "M4 7.5h8v5.5H4Z M5.6 7.5V5.4a2.4 2.4 0 0 1 4.8 0v2.1";

const readingPath = (reading: Reading): string => (reading === "holds" ? lock : eye);

/** An open eye, a red eye, or a lock. */
export const ReadingSign = ({ reading }: { readonly reading: Reading }): JSX.Element => (
  <svg
    class={`reading ${reading}`}
    width={reading === "forbidden" ? 22 : 16}
    height="16"
    viewBox={reading === "forbidden" ? "0 0 22 16" : "0 0 16 16"}
    aria-hidden="true"
  >
    <path d={readingPath(reading)} />
    {reading === "forbidden" && <path class="bang" d="M18.6 3.4v5.4M18.6 12v.4" />}
  </svg>
);

/** What the signs mean. */
export const ReadingLegend = (): JSX.Element => (
  <ul class="legend">
    {(["reads", "forbidden", "holds"] as const).map((reading) => (
      <li key={reading}>
        <ReadingSign reading={reading} /> {text.trace.legend[reading]}
      </li>
    ))}
  </ul>
);
